"""ParkAtlas: the frame around every page: its looks, its navigation and the filters that all pages share."""

from parkatlas.ui import filters, frame

page = frame.open_page()
with frame.reporting():
    filters.draw()
    frame.draw(page)
