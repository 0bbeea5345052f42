"""Enclaves: who brings projects to whose parks, whether they may enter, and who is credited with them."""

from parkatlas import sheets
from parkatlas.ui import enclaves
from parkatlas.ui.kit import data, sheet

ask = data.asking()
year = enclaves.year()
page = sheets.enclaves.sheet(ask, year, enclaves.metric(ask, year))
sheet.draw(page, enclaves.OWN, above=enclaves.choose_year)
