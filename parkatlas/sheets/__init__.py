"""Sheets: every page as a pure function from a scope and its questions to what the page says, with nothing drawn."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from parkatlas.sheets import (
    campaigns,
    clusters,
    enclaves,
    glossary,
    imports,
    intensity,
    land,
    overview,
    paced,
    park,
    park_map,
    peers,
    people,
    pipeline,
    project,
    ranks,
    recruiting,
    siting,
    structure,
    targets,
    trend,
    visit,
)
from parkatlas.sheets.asking import LISTS, Asking, Scope, catalogued
from parkatlas.sheets.model import (
    Block,
    Chart,
    Choice,
    Facts,
    Group,
    Listing,
    Offers,
    Pair,
    Question,
    Scene,
    Sheet,
    Table,
    Text,
    flat,
)

_MODULES = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
# Every page that has a sheet, by its name, and what makes it of a scope's questions and the page's own choices.
PAGES: dict[str, Callable[..., Sheet]] = {
    module.__name__.rpartition(".")[2]: module.sheet for module in _MODULES if hasattr(module, "sheet")
}
# The choices that each page offers, by the page's name; later ones may depend on those chosen before them.
OFFERS: dict[str, Callable[..., Offers]] = {
    name: offers for name in PAGES if (offers := getattr(import_module(f"{__name__}.{name}"), "offers", None))
}

__all__ = [
    "LISTS",
    "OFFERS",
    "PAGES",
    "Asking",
    "Block",
    "Chart",
    "Choice",
    "Facts",
    "Group",
    "Listing",
    "Offers",
    "Pair",
    "Question",
    "Scene",
    "Scope",
    "Sheet",
    "Table",
    "Text",
    "campaigns",
    "catalogued",
    "clusters",
    "enclaves",
    "flat",
    "glossary",
    "imports",
    "intensity",
    "land",
    "overview",
    "paced",
    "park",
    "park_map",
    "peers",
    "people",
    "pipeline",
    "project",
    "ranks",
    "recruiting",
    "siting",
    "structure",
    "targets",
    "trend",
    "visit",
]
