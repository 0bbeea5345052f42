"""One industry on the map: its clusters' hulls with their names, its projects in them or not, and all others."""

import geopandas as gpd
import numpy as np
import pandas as pd

from parkatlas import colours, formats
from parkatlas.columns import column
from parkatlas.maps import colouring, payload
from parkatlas.maps.colouring import Colouring, Entry
from parkatlas.maps.layers import Layer, circles, facts_of, radii_of
from parkatlas.maps.shapes import Shapes
from parkatlas.maps.view import View
from parkatlas.messages import text

_FACTS = ("project_count", "share_pct", "invested_wan", "invested_share_pct", "area_name", "largest_project")
_OTHERS_PX = 3.0


def hulls(groups: gpd.GeoDataFrame, view: View, *, is_shifted: bool = False) -> Layer:
    """Return the hull of each cluster with its number, how many and how much money as its name.

    ``groups``: rows of ``analysis.clustering.Picture.groups``, EPSG:4326, the largest first.
    """
    shapes = Shapes(groups, "cluster_no", is_shifted)
    _, drawn, suits = shapes.drawn(view)
    only = colouring.alone(text("maps.hulls"), colours.CLUSTER, len(groups))
    (entry,) = only.entries
    content: payload.Hulls = {
        "kind": "hull",
        "title": "",
        "entries": [{"label": entry.label, "colour": entry.colour, "count": entry.count}],
        "names": [named(row.cluster_no, row.project_count, row.invested_wan) for row in groups.itertuples()],
        "labels": [column(name).label for name in _FACTS],
        "facts": facts_of(groups, _FACTS),
        "shapes": drawn,
        "points": shapes.points.ravel().tolist(),
        "of": only.index.tolist(),
    }
    return Layer(content, suits)


def named(number: int, project_count: int, invested_wan: float) -> str:
    """Return what a cluster is called: its number, how many projects, how much money, as far as it is known."""
    label = text("maps.cluster", number=number, count=int(project_count))
    return label if formats.is_none(invested_wan) else f"{label} · {formats.money(invested_wan)}"


def gathered(projects: pd.DataFrame, industry: str, counts: tuple[int, int], *, is_shifted: bool = False) -> Layer:
    """Return an industry's projects, area by money, those in no cluster (cluster_no 0) as rings.

    ``projects``: project_id, project_name, lon, lat, invested_wan, cluster_no and what else the popup shall say;
    ``counts``: how many stand in clusters and in none, for more than are drawn.
    """
    inside, outside = counts
    is_out = projects["cluster_no"] == 0
    entries = (
        Entry(text("maps.in_clusters"), colours.CLUSTER, inside),
        Entry(text("maps.in_no_cluster"), colours.CLUSTER, outside, is_hollow=True),
    )
    rows = projects.assign(cluster_no=projects["cluster_no"].astype(object).mask(is_out, None))
    chosen = Colouring(industry, entries, is_out.to_numpy(dtype=np.int64))
    return Layer(circles(rows, chosen, radii_of(rows["invested_wan"]), is_shifted))


def others(projects: pd.DataFrame, count: int, *, is_shifted: bool = False) -> Layer:
    """Return the projects of other industries as small dots; ``count``: how many there are, for more than are drawn."""
    entry = Entry(text("maps.others"), colours.OTHER, count)
    chosen = Colouring("", (entry,), np.zeros(len(projects), dtype=np.int64))
    return Layer(circles(projects, chosen, [_OTHERS_PX] * len(projects), is_shifted))
