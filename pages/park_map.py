"""Park map: which park and which project stands where, and what is known of the one that is chosen."""

from parkatlas.ui import map_panel, panels

panels.heading("park_map")
map_panel.large()
