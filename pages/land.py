"""Land: how much is left and for whom, what lies idle, and how much each mu yields."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.places import layers

sheet.draw(sheets.land.sheet(data.asking()), {"land_map": layers.on_map})
