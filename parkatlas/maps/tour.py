"""A tour on the map: where it starts, the line from place to place and the numbered stops."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from parkatlas import datum
from parkatlas.columns import column
from parkatlas.maps.layers import Layer, facts_of, points_of
from parkatlas.maps.shapes import steps_of

_FACTS = ("park_name", "stage", "contract_wan", "intended_wan", "officer_name")


def route(points: Sequence[tuple[float, float]], *, is_shifted: bool = False) -> Layer:
    """Return a line through ``points`` (lon, lat in EPSG:4326), with ``is_shifted`` drawn in GCJ-02."""
    degrees = np.asarray(points, dtype=float)
    if is_shifted:
        degrees = np.column_stack(datum.wgs84_to_gcj02(degrees[:, 0], degrees[:, 1]))
    return Layer({"shapes": [[[steps_of(degrees)]]]})


def departure(name: str, lon: float, lat: float, *, is_shifted: bool = False) -> Layer:
    """Return the mark of the place (EPSG:4326) where a tour starts."""
    point = points_of(pd.DataFrame({"lon": [lon], "lat": [lat]}), is_shifted)
    return Layer({"kind": "departure", "names": [name], "labels": [], "facts": [[]], "points": point})


def stops(frame: pd.DataFrame, *, is_shifted: bool = False) -> Layer:
    """Return a number at each project of ``frame`` (rows of ``projects``), in the order of the rows."""
    return Layer(
        {
            "kind": "project",
            "ids": frame["project_id"].astype(str).tolist(),
            "names": frame["project_name"].astype(str).tolist(),
            "labels": [column(name).label for name in _FACTS],
            "facts": facts_of(frame, _FACTS),
            "points": points_of(frame, is_shifted),
        }
    )
