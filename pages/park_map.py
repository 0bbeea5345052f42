"""Park map: which park and which project stands where, and what is known of the one that is chosen."""

from parkatlas.ui.kit import panels
from parkatlas.ui.map import drawing, timeline

panels.heading("park_map")
timeline.draw()
drawing.large()
