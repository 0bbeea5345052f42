"""Glossary: what every figure means, its unit and what ledgers call it."""

from parkatlas import sheets
from parkatlas.ui import data, glossary_panel, sheet

sheet.draw(sheets.glossary.sheet(data.asking(), glossary_panel.searched()), {"search": glossary_panel.search})
