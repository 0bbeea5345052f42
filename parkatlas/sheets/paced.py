"""Units against targets or a clock: which groups and metrics there are, and how their tables are headed."""

from typing import TYPE_CHECKING

from parkatlas import terms

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.model import Offers


def groups(by_unit: "pd.DataFrame") -> list[str]:
    """Return the groups of units that have rows, none where there is only one."""
    codes = terms.present("unit_group", by_unit["unit_group"])
    return codes if len(codes) > 1 else []


def of_group(by_unit: "pd.DataFrame", group: str) -> "pd.DataFrame":
    """Return the rows of a group, all for ""."""
    return by_unit[by_unit["unit_group"] == group] if group else by_unit


def metrics(by_unit: "pd.DataFrame", group: str) -> list[str]:
    """Return the metrics that a group has rows of."""
    return terms.present("metric", of_group(by_unit, group)["metric"])


def offers(by_unit: "pd.DataFrame", group: str) -> "Offers":
    """Return what may be chosen: the groups that have rows, and the metrics of the one chosen, else of the first."""
    codes = terms.present("unit_group", by_unit["unit_group"])
    return {"group": codes, "metric": metrics(by_unit, chosen(by_unit, group, "")[0])}


def chosen(by_unit: "pd.DataFrame", group: str, metric: str) -> tuple[str, str]:
    """Return the group and metric to speak of: those named, else the first that there are."""
    offered = groups(by_unit)
    group = group if group in offered else next(iter(offered), "")
    metric_codes = metrics(by_unit, group)
    return group, metric if metric in metric_codes else next(iter(metric_codes), "")
