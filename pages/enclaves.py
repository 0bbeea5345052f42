"""Enclaves: who brings projects to whose parks, whether they may enter, and who is credited with them."""

from parkatlas import sheets
from parkatlas.ui import data, enclaves_panel, sheet

ask = data.asking()
year = enclaves_panel.year()
found = sheets.enclaves.sheet(ask, year, enclaves_panel.metric(ask, year))
sheet.draw(found, enclaves_panel.OWN, above=enclaves_panel.choose_year)
