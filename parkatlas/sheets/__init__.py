"""Sheets: every page as a pure function from a scope and its questions to what the page says, with nothing drawn."""

from collections.abc import Callable

from parkatlas.sheets import (
    campaigns,
    enclaves,
    intensity,
    land,
    overview,
    paced,
    peers,
    people,
    pipeline,
    ranks,
    recruiting,
    structure,
    targets,
    trend,
)
from parkatlas.sheets.asking import LISTS, Asking, Scope, catalogued
from parkatlas.sheets.model import Asked, Block, Chart, Choice, Listing, Pair, Scene, Sheet, Table, Text, flat

# Every page that has a sheet, by its name, and what makes it of a scope's questions and the page's own choices.
PAGES: dict[str, Callable[..., Sheet]] = {
    "overview": overview.sheet,
    "intensity": intensity.sheet,
    "land": land.sheet,
    "structure": structure.sheet,
    "enclaves": enclaves.sheet,
    "targets": targets.sheet,
    "ranks": ranks.sheet,
    "trend": trend.sheet,
    "pipeline": pipeline.sheet,
    "campaigns": campaigns.sheet,
    "people": people.sheet,
    "recruiting": recruiting.sheet,
    "peers": peers.sheet,
}

__all__ = [
    "LISTS",
    "PAGES",
    "Asked",
    "Asking",
    "Block",
    "Chart",
    "Choice",
    "Listing",
    "Pair",
    "Scene",
    "Scope",
    "Sheet",
    "Table",
    "Text",
    "campaigns",
    "catalogued",
    "enclaves",
    "flat",
    "intensity",
    "land",
    "overview",
    "paced",
    "peers",
    "people",
    "pipeline",
    "ranks",
    "recruiting",
    "structure",
    "targets",
    "trend",
]
