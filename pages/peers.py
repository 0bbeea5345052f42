"""Peers: where the region stands among others, by each indicator and by its growth."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import peers

ask = data.asking()
page = sheets.peers.sheet(ask, peers.indicator(ask))
sheet.draw(page, {"indicator": peers.choose})
