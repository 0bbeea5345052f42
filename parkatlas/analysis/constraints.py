"""Constraint layers laid over parks and projects: how much land they share, and which projects they touch.

A park's overlap is the area on the ellipsoid that its boundary shares with a layer. A ledger knows a project's point
and how much land it has, not where its borders run: a project whose point lies in a layer (or on its border) counts as
inside with all its land; one whose point lies nearer to the layer than the radius of a circle as large as its land may
reach it and is to be surveyed.
"""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from parkatlas import measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd

ON_BORDER_M = 0.01
_OF_PARKS = ("park_id", "park_name", "layer_name", "layer_kind", "overlap_mu", "overlap_pct")
_OF_PROJECTS = ("layer_name", "layer_kind", "layer_touch", "layer_distance_m")
_OF_LAYERS = ("layer_name", "nearest_park_km")


def of_parks(parks: "gpd.GeoDataFrame", layers: "gpd.GeoDataFrame") -> pd.DataFrame:
    """Return one row per (park, layer) that share land: how much, in mu and as a share of the park's drawn area.

    ``parks`` are rows of ``Workspace.boundaries``, ``layers`` of ``Workspace.layers``. Less than 1 m² is left out.
    """
    rows = []
    drawn_mu = measures.area_mu(parks.geometry) if len(layers) else np.empty(0)
    for name, kind, patches in _each(layers):
        shared_m2 = measures.shared_area_m2(parks.geometry, patches)
        for row in np.flatnonzero(shared_m2 >= measures.SLIVER_M2):
            mu = shared_m2[row] / measures.SQUARE_METRES_PER_MU
            park = parks.iloc[row]
            rows.append((park["park_id"], park["park_name"], name, kind, mu, 100 * mu / drawn_mu[row]))
    shared = pd.DataFrame(rows, columns=list(_OF_PARKS))
    return shared.sort_values(["overlap_mu", "park_id", "layer_name"], ascending=[False, True, True], ignore_index=True)


def of_projects(projects: pd.DataFrame, layers: "gpd.GeoDataFrame") -> pd.DataFrame:
    """Return one row per (project, layer) that touch: the project's columns, the layer, and how it is touched.

    ``projects`` have lon, lat (degrees) and land_mu, each may be missing: a project without a point touches nothing.
    """
    points = shapely.points(projects["lon"].to_numpy(float), projects["lat"].to_numpy(float))
    points = np.where(projects["lon"].isna() | projects["lat"].isna(), None, points)
    radius_m = np.sqrt(projects["land_mu"].fillna(0).to_numpy(float) * measures.SQUARE_METRES_PER_MU / np.pi)
    touches = []
    for name, kind, patches in _each(layers):
        distance_m = measures.distances_m(points, patches)
        is_inside = distance_m <= ON_BORDER_M
        touches += [
            (row, name, kind, "inside" if is_inside[row] else "near", round(distance_m[row]))
            for row in np.flatnonzero(is_inside | (distance_m < radius_m))
        ]
    touched = pd.DataFrame(touches, columns=["row", *_OF_PROJECTS])
    rows = projects.iloc[touched.pop("row").astype(int)].reset_index(drop=True)
    return pd.concat([rows, touched], axis=1).sort_values(
        ["layer_name", "layer_touch", "layer_distance_m"], kind="stable", ignore_index=True
    )


def nearest_parks(parks: "gpd.GeoDataFrame", layers: "gpd.GeoDataFrame") -> pd.DataFrame:
    """Return how far each layer is from the nearest park in km, one row per layer; NaN where no park is drawn."""
    rows = []
    for name, _, patches in _each(layers):
        distance_m = measures.distances_m(parks.geometry, patches)
        rows.append((name, float(np.nanmin(distance_m)) / 1000 if np.isfinite(distance_m).any() else np.nan))
    return pd.DataFrame(rows, columns=list(_OF_LAYERS))


def _each(layers: "gpd.GeoDataFrame") -> "Iterator[tuple[str, str, gpd.GeoSeries]]":
    for (name, kind), patches in layers.groupby(["layer_name", "layer_kind"], sort=True):
        yield str(name), str(kind), patches.geometry
