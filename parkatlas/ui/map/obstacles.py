"""Obstacles as things on the map: where each stands, and which projects it holds up."""

from datetime import date
from typing import Any

import pandas as pd

from parkatlas import maps
from parkatlas.ui.kit import data

# Of a very long list those that hold up the most.
_MOST = 300
_ON_MAP = [
    "obstacle_id", "obstacle_kind", "description", "lon", "lat", "project_count", "unit_name", "overdue_days",
    "held_wan",
]  # fmt: skip


def find(place: maps.Place | None) -> "pd.Series[Any] | None":
    """Return the row of an obstacle; None for another place or one that is solved."""
    if place is None or place.kind != "obstacle":
        return None
    rows = data.ask("obstacles_open", most=_MOST)
    match = rows[rows["obstacle_id"] == place.id]
    return None if match.empty else match.iloc[0]


def projects(obstacle_id: str) -> pd.DataFrame:
    """Return the projects in scope that an obstacle holds up, the largest first."""
    return data.ask("held_projects", obstacle_id=obstacle_id)


def project_ids(place: maps.Place | None) -> list[str] | None:
    """Return the ids of the projects that an obstacle holds up; None for another place."""
    row = find(place)
    return None if row is None else projects(str(row["obstacle_id"]))["project_id"].tolist()


def points(place: maps.Place) -> pd.DataFrame:
    """Return lon and lat of an obstacle and of what it holds up; no rows where it is unknown."""
    row = find(place)
    if row is None:
        return pd.DataFrame({"lon": [], "lat": []})
    delayed = projects(str(row["obstacle_id"]))
    return pd.DataFrame({side: [row[side], *delayed[side]] for side in ("lon", "lat")})


def layer(day: date, *, is_shifted: bool) -> maps.Layer:
    """Return the obstacles of a day as a layer of the map."""
    return maps.obstacles(data.ask("obstacles_open", as_of=day, most=_MOST)[_ON_MAP], is_shifted=is_shifted)
