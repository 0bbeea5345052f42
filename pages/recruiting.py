"""Recruiting: where the recruiting teams went, and what each region and team brought in."""

from parkatlas import sheets
from parkatlas.ui import data, recruiting_panel, sheet

found = sheets.recruiting.sheet(data.asking(), recruiting_panel.span())
sheet.draw(found, above=recruiting_panel.choose if not found.lacks else None)
