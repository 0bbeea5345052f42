"""Peers: where the region stands among others, by each indicator and by its growth."""

from parkatlas import sheets
from parkatlas.ui import data, peers_panel, sheet

ask = data.asking()
found = sheets.peers.sheet(ask, peers_panel.indicator(ask))
sheet.draw(found, {"indicator": peers_panel.choose})
