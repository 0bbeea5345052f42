"""Data: take files in, after a look at what they hold; see what was taken in, and undo it; backups and checks."""

from parkatlas.ui import care_panel, data, import_panel, layers_panel, panels

panels.heading("imports")
import_panel.upload()
import_panel.templates()
import_panel.history(data.ask("imports"))
layers_panel.in_force()
care_panel.keeping()
