"""The scale of an axis of a target's metric: money in the unit that people say it in, counts as they are."""

from typing import Any

import numpy as np

from parkatlas import formats, terms
from parkatlas.charts import style
from parkatlas.columns import column
from parkatlas.messages import text

# Below so many projects an axis would be ticked at halves.
_FEW = 6
# What an axis is longer than what is drawn, for figures over bars.
_ROOM = 1.12
_DECIMALS_OF_YI = 2


class Scale:
    """What the values of a metric, a frame or a list of them, are divided by to be drawn; what their axis is called."""

    def __init__(self, metric: str, values: Any) -> None:
        numbers = np.asarray(values, dtype=float)
        numbers = numbers[np.isfinite(numbers)]
        self.metric = metric
        self.low, self.top = (float(numbers.min()), float(numbers.max())) if numbers.size else (0.0, 0.0)
        self.unit = formats.metric_parts(metric, self.top)[1]
        self.divisor = float(formats.money_unit(self.top).wan) if formats.unit_of(metric) == "万元" else 1.0

    def number(self, value: float, *, is_short: bool = False) -> str:
        """Return a value as a mark bears it: in the axis's unit, without naming it; empty where it is not known."""
        if formats.is_none(value):
            return ""
        decimals = _DECIMALS_OF_YI if self.divisor == formats.WAN_PER_YI else 0
        return formats.number(float(value) / self.divisor, decimals=min(decimals, 1) if is_short else decimals)

    def axis(self, look: style.Look) -> dict[str, object]:
        """Return the settings of the axis: label and unit, zero within, room above, whole steps for few pieces."""
        label = terms.label("metric", self.metric)
        title = text("trend.axis", label=label, unit=self.unit) if self.unit else label
        span = [min(self.low * _ROOM, 0.0) / self.divisor, max(self.top * _ROOM, 1.0) / self.divisor]
        is_few = column(self.metric).unit == "个" and self.top < _FEW
        return style.axis(look, title, grid=True) | {"range": span, "dtick": 1 if is_few else None}
