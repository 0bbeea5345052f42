"""Overview: how the region stands against its targets, where its parks are, and what needs attention."""

from parkatlas import sheets
from parkatlas.ui import attention
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.map import drawing

own = {"overview_map": drawing.small, "attention": attention.draw}
sheet.draw(sheets.overview.sheet(data.asking()), own)
