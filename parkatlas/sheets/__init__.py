"""Sheets: every page as a pure function from a scope and its questions to what the page says, with nothing drawn."""

from parkatlas.sheets import intensity, land, overview, peers, pipeline, recruiting, structure
from parkatlas.sheets.asking import LISTS, Asking, Scope
from parkatlas.sheets.model import Block, Chart, Choice, Listing, Pair, Scene, Sheet, Table, Text, flat

__all__ = [
    "LISTS",
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
    "flat",
    "intensity",
    "land",
    "overview",
    "peers",
    "pipeline",
    "recruiting",
    "structure",
]
