"""Park: one park's land and facts, its own targets, its projects against their plans, and who answers for them."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.places import other_park, panel

park = panel.park()
page = sheets.park.sheet(data.asking(), park, other_park.chosen(park))
sheet.draw(page, panel.OF_PARK, above=panel.choose_park)
