"""Intensity: which parks and projects reach the entry threshold per mu."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet

sheet.draw(sheets.intensity.sheet(data.asking()))
