"""Data: take files in, after a look at what they hold; see what was taken in, and undo it; backups and checks."""

from parkatlas import sheets
from parkatlas.ui import care_panel, data, import_panel, layers_panel, sheet

own = {
    "upload": lambda _: import_panel.upload(),
    "templates": lambda _: import_panel.templates(),
    "imports": import_panel.history,
    "layers": lambda _: layers_panel.in_force(),
    "keeping": lambda _: care_panel.keeping(),
}
sheet.draw(sheets.imports.sheet(data.asking()), own)
