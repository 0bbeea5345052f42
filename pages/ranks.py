"""Ranks: who leads among units and among parks by any metric, who rose and who fell."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import ranks

ask = data.asking()
group, metric = ranks.chosen(ask)
sheet.draw(sheets.ranks.sheet(ask, group, metric), above=ranks.choose)
