"""Recruiting: where the recruiting teams went, and what each region and team brought in."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import recruiting

page = sheets.recruiting.sheet(data.asking(), recruiting.span())
sheet.draw(page, above=recruiting.choose if not page.lacks else None)
