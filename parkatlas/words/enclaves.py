"""Enclaves in words: who brings how much to whose parks, what a project lacks to enter, whether the books add up."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure

if TYPE_CHECKING:
    import pandas as pd


def finding(flows: "pd.DataFrame") -> str:
    """Say how many enclaves there are, from how many units in how many parks, and how many are not fit to enter."""
    if flows.empty:
        return ""
    return text(
        "enclaves.finding",
        count=int(flows["project_count"].sum()),
        money=formats.money(_sum(flows, "invested_wan")),
        units=flows["unit_id"].nunique(),
        parks=flows["park_id"].nunique(),
        failing=_failing(flows),
    )


def figures(flows: "pd.DataFrame") -> list[KeyFigure]:
    """Return the enclaves, their money, the largest flow, and how many fail or cannot be judged."""
    count = int(flows["project_count"].sum())
    failing, unjudged = (int(flows[name].sum()) for name in ("failing_count", "unjudged_count"))
    largest = flows.iloc[0]
    return [
        _counted("enclave_count", count, _from_to(flows)),
        KeyFigure(column("invested_wan").label, *formats.money_parts(_sum(flows, "invested_wan")), _on_land(flows)),
        KeyFigure(
            text("enclaves.largest"),
            *formats.money_parts(largest["invested_wan"]),
            text("maps.flow", unit=largest["unit_label"], park=largest["park_label"]),
        ),
        _counted("failing_count", failing, _of(failing, count), is_good=not failing),
        _counted("unjudged_count", unjudged, text("enclaves.lacks_data") if unjudged else ""),
    ]


def with_lack(entries: "pd.DataFrame") -> "pd.DataFrame":
    """Return rows of ``queries/enclave_entries`` with what each project lacks, in words; none for who is fit."""
    return entries.assign(entry_lack=[lack(row) for row in entries.to_dict("records")])


def lack(entry: "dict[Any, Any]") -> str | None:
    """Say what an enclave lacks to enter: "差 12.0 万元/亩（共 120 万元）"; what fails before what nobody can judge."""
    failing, unknown = [], []
    if formats.is_none(entry["is_industry_fit"]):
        side = "industry_name" if formats.is_none(entry["industry_name"]) else "park_industries"
        unknown.append(text("enclaves.unstated", what=column(side).label))
    elif not entry["is_industry_fit"]:
        failing.append(text("enclaves.fits_not", industry=entry["industry_name"]))
    if not formats.is_none(entry["shortfall_wan_per_mu"]):
        failing.append(_short_by(entry))
    elif formats.is_none(entry["intensity_wan_per_mu"]):
        lacking = [name for name in ("land_mu", "invested_wan") if not entry[name] > 0]
        unknown += [text("enclaves.unstated", what=column(name).label) for name in lacking]
    return text("enclaves.list_comma").join([*failing, *unknown]) or None


def reconciliation(total: "pd.Series[Any]", span: str) -> str:
    """Say that both books of a metric add up to the region's total, or by how much they do not."""
    metric = str(total["metric"])
    said = {
        name: formats.metric(metric, total[f"{name}_value"])
        for name in ("region", "local_total", "credited_total", "shared", "host_share")
    }
    key = "enclaves.balanced" if total["is_balanced"] else "enclaves.not_balanced"
    count = formats.number(int(total["project_count"]))
    return text(key, span=span, metric=terms.label("metric", metric), count=count, **said)


def without_place(flows: "pd.DataFrame") -> list[str]:
    """Return sentences that name the units and the parks that the map cannot show, with how many enclaves of each."""
    found = []
    for side in ("unit", "park"):
        rows = flows[flows[f"{side}_lon"].isna() | flows[f"{side}_lat"].isna()]
        counts = rows.groupby(f"{side}_label", sort=False)["project_count"].sum()
        if len(counts):
            names = [text("enclaves.named", name=name, count=count) for name, count in counts.items()]
            found.append(text(f"enclaves.{side}s_off_map", names=text("enclaves.name_comma").join(names)))
    return found


def left_off(flows: "pd.DataFrame", drawn: int) -> str:
    """Say which part of all money the ``drawn`` largest flows have, and how many the map leaves off."""
    total = _sum(flows, "invested_wan")
    share = 100 * flows["invested_wan"].head(drawn).sum() / total if total else None
    return text("enclaves.left_off", count=drawn, share=formats.quantity(share, "%"), others=len(flows) - drawn)


def _short_by(entry: "dict[Any, Any]") -> str:
    per_mu = formats.quantity(entry["shortfall_wan_per_mu"], "万元/亩")
    return text("enclaves.short_by", per_mu=per_mu, money=formats.money(entry["shortfall_wan"]))


def _failing(flows: "pd.DataFrame") -> str:
    failing = int(flows["failing_count"].sum())
    return text("enclaves.some_fail", count=failing) if failing else text("enclaves.none_fail")


def _from_to(flows: "pd.DataFrame") -> str:
    return text("enclaves.from_to", units=flows["unit_id"].nunique(), parks=flows["park_id"].nunique())


def _on_land(flows: "pd.DataFrame") -> str:
    return text("enclaves.on_land", land=formats.quantity(_sum(flows, "land_mu"), "亩"))


def _of(part: int, whole: int) -> str:
    return text("enclaves.share", share=formats.quantity(100 * part / whole, "%"))


def _sum(flows: "pd.DataFrame", name: str) -> float | None:
    total = flows[name].sum(min_count=1)
    return None if formats.is_none(total) else float(total)


def _counted(name: str, count: int, compared: str, *, is_good: bool | None = None) -> KeyFigure:
    return KeyFigure(column(name).label, formats.number(count), column(name).unit_label, compared, is_good)
