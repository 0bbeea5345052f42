"""Structure: how contracts divide by scale, industry, source, park and unit, in number and in money."""

from parkatlas import sheets
from parkatlas.ui import structure
from parkatlas.ui.kit import data, sheet

cut, span = structure.chosen()
sheet.draw(sheets.structure.sheet(data.asking(), cut, span), above=structure.choose)
