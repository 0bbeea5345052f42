"""Glossary: what every figure means, its unit and what ledgers call it."""

from parkatlas.ui import glossary_panel, panels

panels.heading("glossary")
glossary_panel.draw()
