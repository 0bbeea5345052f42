"""Targets: how far the region and its units are against the year's targets and against the calendar."""

from parkatlas import sheets
from parkatlas.ui import data, sheet, targets_panel

ask = data.asking()
by_unit = ask("targets_by_unit")
group, metric = targets_panel.chosen(by_unit)
own = targets_panel.OWN | {"group_and_metric": lambda _: targets_panel.choose(by_unit)}
sheet.draw(sheets.targets.sheet(ask, group, metric), own)
