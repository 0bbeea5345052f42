"""Park map: which park and which project stands where, and what is known of the one that is chosen."""

from parkatlas.ui import map_panel, map_time, panels

panels.heading("park_map")
map_time.draw()
map_panel.large()
