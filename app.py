"""ParkAtlas: the layout of every page: its looks, its navigation and the filters that all pages share."""

from parkatlas.ui import layout
from parkatlas.ui.kit import filters, fragments

page = layout.open_page()
with fragments.reporting():
    filters.draw()
    layout.draw(page)
