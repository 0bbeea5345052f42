"""Targets: how far the region and its units are against the year's targets and against the calendar."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import targets

ask = data.asking()
by_unit = ask("targets_by_unit")
group, metric = targets.chosen(by_unit)
own = targets.OWN | {"group_and_metric": lambda _: targets.choose(by_unit)}
sheet.draw(sheets.targets.sheet(ask, group, metric), own)
