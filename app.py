"""ParkAtlas: the frame around every page: its looks, its navigation and the filters that all pages share."""

from parkatlas.ui import frame
from parkatlas.ui.kit import filters, fragments

page = frame.open_page()
with fragments.reporting():
    filters.draw()
    frame.draw(page)
