"""Ranks: who leads among units and among parks by any metric, who rose and who fell."""

from parkatlas import sheets
from parkatlas.ui import data, ranks_panel, sheet

ask = data.asking()
group, metric = ranks_panel.chosen(ask)
sheet.draw(sheets.ranks.sheet(ask, group, metric), above=ranks_panel.choose)
