"""Glossary: what every figure means, its unit and what ledgers call it."""

from parkatlas import sheets
from parkatlas.ui import glossary
from parkatlas.ui.kit import data, sheet

sheet.draw(sheets.glossary.sheet(data.asking(), glossary.searched()), {"search": glossary.search})
