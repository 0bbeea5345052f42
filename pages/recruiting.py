"""Recruiting: where the recruiting teams went, and what each region and team brought in."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import recruiting

found = sheets.recruiting.sheet(data.asking(), recruiting.span())
sheet.draw(found, above=recruiting.choose if not found.lacks else None)
