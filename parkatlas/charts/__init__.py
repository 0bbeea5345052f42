"""Charts: query results as Plotly figures, by pure functions; no name ever becomes markup, template or formula."""

from parkatlas.charts import (
    campaigns,
    clusters,
    enclaves,
    intensity,
    land,
    overview,
    parts,
    peers,
    pipeline,
    places,
    ranks,
    recruiting,
    schedule,
    siting,
    structure,
    targets,
    trend,
    year,
)
from parkatlas.charts.labels import text
from parkatlas.charts.style import CONFIG

__all__ = [
    "CONFIG",
    "campaigns",
    "clusters",
    "enclaves",
    "intensity",
    "land",
    "overview",
    "parts",
    "peers",
    "pipeline",
    "places",
    "ranks",
    "recruiting",
    "schedule",
    "siting",
    "structure",
    "targets",
    "text",
    "trend",
    "year",
]
