"""Pipeline: how far projects came, where they are stuck, and who has to push them on."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import pipeline

ask = data.asking()
pipeline.recall()
sheet.draw(sheets.pipeline.sheet(ask, pipeline.cohort(ask)), pipeline.OWN)
