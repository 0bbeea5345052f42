"""Briefing: query results as files that leave the system, each carrying its title, date, basis and source."""

from parkatlas.briefing import (
    assignment,
    attention,
    campaigns,
    layers,
    peers,
    people,
    pipeline,
    places,
    ranks,
    recruiting,
    sentences,
    siting,
    siting_sheet,
    siting_words,
    structure,
    targets,
    trend,
)
from parkatlas.briefing.caption import Caption, file_name
from parkatlas.briefing.pictures import lacking, to_png
from parkatlas.briefing.tables import MOST_ROWS, to_csv, to_xlsx

__all__ = [
    "MOST_ROWS",
    "Caption",
    "assignment",
    "attention",
    "campaigns",
    "file_name",
    "lacking",
    "layers",
    "peers",
    "people",
    "pipeline",
    "places",
    "ranks",
    "recruiting",
    "sentences",
    "siting",
    "siting_sheet",
    "siting_words",
    "structure",
    "targets",
    "to_csv",
    "to_png",
    "to_xlsx",
    "trend",
]
