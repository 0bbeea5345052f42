"""Structure: how contracts divide by scale, industry, source, park and unit, in number and in money."""

from parkatlas import sheets
from parkatlas.ui import data, sheet, structure_panel

cut, span = structure_panel.chosen()
sheet.draw(sheets.structure.sheet(data.asking(), cut, span), above=structure_panel.choose)
