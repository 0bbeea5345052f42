"""Park: one park's land and facts, its own targets, its projects against their plans, and who answers for them."""

from parkatlas import sheets
from parkatlas.ui import data, places_panel, sheet

found = sheets.park.sheet(data.asking(), places_panel.park())
sheet.draw(found, places_panel.OF_PARK, above=places_panel.choose_park)
