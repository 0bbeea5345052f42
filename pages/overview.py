"""Overview: how the region stands against its targets, where its parks are, and what needs attention."""

from parkatlas import sheets
from parkatlas.ui import attention_panel, data, map_panel, sheet

own = {"overview_map": map_panel.small, "attention": attention_panel.draw}
sheet.draw(sheets.overview.sheet(data.asking()), own)
