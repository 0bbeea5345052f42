"""Clusters: which industries stand together, whether chance could do as much, and how it came about."""

from parkatlas import sheets
from parkatlas.ui.clusters import panel
from parkatlas.ui.kit import sheet

ask = panel.asking()
page = sheets.clusters.sheet(ask, **panel.chosen(ask))
sheet.draw(page, panel.own(ask), above=lambda: panel.choose(ask), is_compact=True)
