"""The structure in words: which value of a cut leads, and how many contracts are large, or industry."""

from typing import Any

import pandas as pd

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure
from parkatlas.words.widths import clipped

# Tiers at or above which a contract is spoken of, and the word for them.
_LARGE, _MEDIUM = "ge_1yi", "1000_3000wan"
_INDUSTRY = "industry"
_MOST, _NAME_WIDTH = 16, 26  # parts in the chart; columns of a name in its title
_SUMMED = ("project_count", "invested_wan", "count_share_pct", "invested_share_pct")


def finding(cut: str, rows: pd.DataFrame) -> str:
    """Say how the contracts divide by the cut (rows of ``queries/structure``); nothing where there are none."""
    stated = rows[rows["cut_value"].notna()]
    if rows.empty:
        return ""
    count = formats.number(int(rows["project_count"].sum()))
    if stated.empty:
        return text("structure.none_stated", count=count, cut=column(cut).label)
    if cut == "scale_tier":
        large, medium = _at_least(rows, _LARGE), _at_least(rows, _MEDIUM)
        return text(
            "structure.tiers",
            count=count,
            medium=medium["count"],
            medium_share=medium["count_share"],
            large=large["count"],
            large_share=large["count_share"],
            money_share=large["money_share"],
        )
    first = _summed(rows, stated.iloc[:1])
    return text("structure.leads", total=count, name=label(cut, stated["cut_value"].iloc[0]), **first)


def figures(tiers: pd.DataFrame, sectors: pd.DataFrame) -> list[KeyFigure]:
    """Return how many contracts and how much, how many from 100m and from 10m CNY on, how many are of industry."""
    missing = int(tiers["no_money_count"].sum())
    industry = sectors[sectors["cut_key"] == _INDUSTRY]
    is_coded = bool(sectors["cut_value"].notna().any())
    return [
        KeyFigure(
            column("project_count").label,
            formats.number(int(tiers["project_count"].sum())),
            column("project_count").unit_label,
            text("structure.signed"),
        ),
        KeyFigure(
            column("invested_wan").label,
            *formats.money_parts(tiers["invested_wan"].sum(min_count=1)),
            text("structure.missing", count=missing) if missing else text("structure.all_stated"),
        ),
        _shared(terms.label("metric", "large_count"), _at_least(tiers, _LARGE)),
        _shared(text("structure.from_10m"), _at_least(tiers, _MEDIUM)),
        _shared(text("structure.of_industry"), _summed(sectors, industry) if is_coded else None),
    ]


def _shared(name: str, part: "dict[str, str] | None") -> KeyFigure:
    if part is None:
        return KeyFigure(name, formats.NONE, "", text("structure.unstated"))
    compared = text("structure.shares", count_share=part["count_share"], money_share=part["money_share"])
    return KeyFigure(name, part["count"], column("project_count").unit_label, compared)


def _at_least(tiers: pd.DataFrame, code: str) -> "dict[str, str]":
    """Return number and shares of the tiers from ``code`` up."""
    order = [term.code for term in terms.SCALE_TIERS]
    return _summed(tiers, tiers[tiers["cut_key"].isin(order[: order.index(code) + 1])])


def _summed(rows: pd.DataFrame, part: pd.DataFrame) -> "dict[str, str]":
    """Return number, money and their shares of ``part`` of the rows, as people read them."""
    count, wan = int(part["project_count"].sum()), part["invested_wan"].sum(min_count=1)
    return {
        "count": formats.number(count),
        "count_share": _share(count, rows["project_count"].sum()),
        "money": formats.money(wan),
        "money_share": _share(wan, rows["invested_wan"].sum()),
    }


def _share(part: Any, whole: Any) -> str:
    return formats.quantity(100.0 * float(part) / float(whole) if whole else None, "%")


def label(cut: str, value: object) -> str:
    """Return what a value of the cut (the name of a column) is called; what no ledger states is said so."""
    if formats.is_none(value):
        return text("structure.no_park") if cut == "park_name" else text("structure.unstated")
    vocabulary = column(cut).vocabulary
    return terms.label(vocabulary, str(value)) if vocabulary else str(value)


def by_cut_title(rows: pd.DataFrame, cut: str) -> str:
    """Return where the share of the projects and that of the money lie furthest apart (rows of ``structure``)."""
    rows = parts(rows, cut)
    if rows.empty:
        return text("structure.nothing")
    both = rows[rows["invested_share_pct"].notna()]
    first = rows.iloc[0]
    if both.empty:
        return text("structure.no_money", name=_short(first), share=formats.quantity(first["count_share_pct"], "%"))
    gap = (both["invested_share_pct"] - both["count_share_pct"]).abs()
    widest = both.loc[gap.round(6).idxmax()]  # of two that differ alike, the first
    return text(
        "structure.widest",
        name=_short(widest),
        count_share=formats.quantity(widest["count_share_pct"], "%"),
        money_share=formats.quantity(widest["invested_share_pct"], "%"),
    )


def parts(rows: pd.DataFrame, cut: str) -> pd.DataFrame:
    """Return at most sixteen rows of a cut with their ``name``, the smaller values summed into the last one."""
    rows = rows.assign(name=[label(cut, value) for value in rows["cut_value"]])
    if len(rows) > _MOST:
        rest = rows.iloc[_MOST - 1 :]
        summed = {name: rest[name].sum(min_count=1) for name in _SUMMED}
        summed["name"] = text("structure.rest", count=len(rest))
        rows = pd.concat([rows.iloc[: _MOST - 1], pd.DataFrame([summed])], ignore_index=True)
    return rows


def _short(row: "pd.Series[Any]") -> str:
    return clipped(row["name"], _NAME_WIDTH)
