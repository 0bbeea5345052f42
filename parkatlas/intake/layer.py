"""One layer of a boundary file, as whatever reader gives it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Layer:
    """One layer: a column of cells per header, shapely shapes (or None), and the CRS as text (None: not stated)."""

    name: str
    headers: list[str]
    columns: list[list[Any]]
    shapes: Any
    crs: str | None
