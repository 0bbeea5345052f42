"""Enclaves in words: who brings how much to whose parks, what a project lacks to enter, whether the books add up."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, measured
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_NAME_WIDTH = 26
_MOST_FLOWS, _MOST_IN_BOOKS = 12, 24  # drawn and spoken of


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
        measured("enclave_count", count, _from_to(flows)),
        KeyFigure(column("invested_wan").label, *formats.money_parts(_sum(flows, "invested_wan")), _on_land(flows)),
        KeyFigure(
            text("enclaves.largest"),
            *formats.money_parts(largest["invested_wan"]),
            text("maps.flow", unit=largest["unit_label"], park=largest["park_label"]),
        ),
        measured("failing_count", failing, _of(failing, count), is_good=not failing),
        measured("unjudged_count", unjudged, text("enclaves.lacks_data") if unjudged else ""),
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
    values = {
        name: formats.metric(metric, total[f"{name}_value"])
        for name in ("region", "local_total", "credited_total", "shared", "host_share")
    }
    key = "enclaves.balanced" if total["is_balanced"] else "enclaves.not_balanced"
    count = formats.number(int(total["project_count"]))
    return text(key, span=span, metric=terms.label("metric", metric), count=count, **values)


def without_place(flows: "pd.DataFrame") -> list[str]:
    """Return sentences that name the units and the parks that the map cannot show, with how many enclaves of each."""
    sentences = []
    for side in ("unit", "park"):
        rows = flows[flows[f"{side}_lon"].isna() | flows[f"{side}_lat"].isna()]
        counts = rows.groupby(f"{side}_label", sort=False)["project_count"].sum()
        if len(counts):
            names = [text("enclaves.named", name=name, count=count) for name, count in counts.items()]
            sentences.append(text(f"enclaves.{side}s_off_map", names=text("enclaves.name_comma").join(names)))
    return sentences


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


def unit_name(name: object) -> str:
    """Return a unit's name; what no ledger states is said so."""
    return text("enclaves.no_unit") if formats.is_none(name) else str(name)


def matrix_title(flows: "pd.DataFrame") -> str:
    """Return which unit brought the most money and which park took the most in (rows of ``enclave_flows``)."""
    unit, brought = _most_money(flows, "unit_label")
    park, taken = _most_money(flows, "park_label")
    if formats.is_none(brought):
        return text("enclaves.no_money")
    return text(
        "enclaves.brought_most",
        unit=clipped(unit, _NAME_WIDTH),
        brought=formats.money(brought),
        park=clipped(park, _NAME_WIDTH),
        taken=formats.money(taken),
    )


def largest_title(flows: "pd.DataFrame") -> str:
    """Return which share of all money the largest flows have."""
    rows = largest_flows(flows)
    if rows.empty:
        return text("enclaves.no_money")
    share = 100 * rows["invested_wan"].sum() / flows["invested_wan"].sum()
    return text("enclaves.share_of_largest", count=len(rows), share=formats.quantity(share, "%"))


def largest_flows(flows: "pd.DataFrame") -> "pd.DataFrame":
    """Return the flows that are drawn as the largest ones."""
    return flows[flows["invested_wan"].notna()].head(_MOST_FLOWS).reset_index(drop=True)


def books_title(books: "pd.DataFrame", metric: str) -> str:
    """Return who is credited with more than stands with it, and who with less (a metric's rows of enclave_books)."""
    rows = largest_books(books)
    label = terms.label("metric", metric)
    gain = rows["gained_value"]
    if rows.empty or not (gain.abs() > 0).any():
        return text("enclaves.books_agree", metric=label)
    first, last = rows.loc[gain.idxmax()], rows.loc[gain.idxmin()]
    return text(
        "enclaves.gained_most",
        metric=label,
        first=clipped(unit_name(first["unit_label"]), _NAME_WIDTH),
        more=formats.metric(metric, float(first["gained_value"])),
        last=clipped(unit_name(last["unit_label"]), _NAME_WIDTH),
        less=formats.metric(metric, -float(last["gained_value"])),
    )


def largest_books(books: "pd.DataFrame") -> "pd.DataFrame":
    """Return the units with the most in either book, which are drawn, by what they are credited with."""
    most = books[["local_value", "credited_value"]].max(axis=1)
    rows = books.loc[most.sort_values(ascending=False, kind="stable").index].head(_MOST_IN_BOOKS)
    return rows.sort_values("credited_value", ascending=False, kind="stable")


def _most_money(flows: "pd.DataFrame", name: str) -> "tuple[object, float | None]":
    """Return who of a column has the most money, and how much; None where nobody states any."""
    sums = flows.groupby(name, sort=False)["invested_wan"].sum(min_count=1)
    ranked = sums.sort_values(ascending=False, na_position="last", kind="stable")
    return (ranked.index[0], ranked.iloc[0]) if len(ranked) else ("", None)
