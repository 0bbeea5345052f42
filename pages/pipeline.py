"""Pipeline: how far projects came, where they are stuck, and who has to push them on."""

from parkatlas import sheets
from parkatlas.ui import data, pipeline_panel, sheet

ask = data.asking()
pipeline_panel.recall()
sheet.draw(sheets.pipeline.sheet(ask, pipeline_panel.cohort(ask)), pipeline_panel.OWN)
