"""Land: how much is left and for whom, what lies idle, and how much each mu yields."""

from parkatlas import sheets
from parkatlas.ui import data, layers_panel, sheet

sheet.draw(sheets.land.sheet(data.asking()), {"layers": layers_panel.of_all})
