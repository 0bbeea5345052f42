"""The classes of a distribution: how wide they are and what stands under them."""

import pandas as pd

from parkatlas import formats


def width(frame: pd.DataFrame) -> float:
    """Return the width of a class; where only the open one at the top is there, its lower bound."""
    widths = (frame["bin_to_wan_per_mu"] - frame["bin_from_wan_per_mu"]).dropna()
    return float(pd.concat([widths, frame["bin_from_wan_per_mu"]]).iloc[0]) if len(frame) else 1.0


def ticks(frame: pd.DataFrame, step: float) -> dict[str, object]:
    """Return ticks at every class bound, the open class at the top with ≥, thinned to some ten."""
    last = float(frame["bin_from_wan_per_mu"].max()) if len(frame) else 0.0
    bounds = [index * step for index in range(round(last / step) + 1)]
    bounds = bounds[:: max(1, round(len(bounds) / 10))]
    is_open = bool(frame["bin_to_wan_per_mu"].isna().any())
    labels = {bound: formats.plain(bound) for bound in bounds}
    if is_open:
        labels[last + step / 2] = "≥" + formats.plain(last)
        labels.pop(last, None)
    return {"tickvals": list(labels), "ticktext": list(labels.values()), "range": [0, last + step]}
