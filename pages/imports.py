"""Data: take files in, after a look at what they hold; see what was taken in, and undo it; backups and checks."""

from parkatlas import sheets
from parkatlas.ui.imports import decisions, keeping, panel
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.places import layers

own = {
    "upload": lambda _: panel.upload(),
    "unreported": decisions.unreported,
    "templates": lambda _: panel.templates(),
    "imports": panel.history,
    "layers": layers.in_force,
    "keeping": lambda _: keeping.keeping(),
}
sheet.draw(sheets.imports.sheet(data.asking()), own)
