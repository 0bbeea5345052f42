"""Time: what each month and quarter brought, which of them slumped, and where the year is heading."""

from parkatlas import sheets
from parkatlas.ui import data, sheet, trend_panel

sheet.draw(sheets.trend.sheet(data.asking(), *trend_panel.chosen()), {"followed": trend_panel.choose})
