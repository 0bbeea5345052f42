"""Park: one park's land and facts, its own targets, its projects against their plans, and who answers for them."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.places import panel

found = sheets.park.sheet(data.asking(), panel.park())
sheet.draw(found, panel.OF_PARK, above=panel.choose_park)
