"""Time: what each month and quarter brought, which of them slumped, and where the year is heading."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import trend

sheet.draw(sheets.trend.sheet(data.asking(), *trend.chosen()), {"followed": trend.choose})
