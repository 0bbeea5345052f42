"""Briefing: query results as files that leave the system, each carrying its title, date, basis and source."""

from parkatlas.briefing import (
    attention,
    campaigns,
    enclaves,
    inside,
    land,
    layers,
    parks,
    peers,
    people,
    pipeline,
    places,
    ranks,
    recruiting,
    sentences,
    structure,
    targets,
    tour,
    trend,
)
from parkatlas.briefing.caption import Caption, file_name
from parkatlas.briefing.pictures import lacking, to_png
from parkatlas.briefing.tables import MOST_ROWS, to_csv, to_xlsx

__all__ = [
    "MOST_ROWS",
    "Caption",
    "attention",
    "campaigns",
    "enclaves",
    "file_name",
    "inside",
    "lacking",
    "land",
    "layers",
    "parks",
    "peers",
    "people",
    "pipeline",
    "places",
    "ranks",
    "recruiting",
    "sentences",
    "structure",
    "targets",
    "to_csv",
    "to_png",
    "to_xlsx",
    "tour",
    "trend",
]
