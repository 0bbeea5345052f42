"""Structure: how contracts divide by scale, industry, source, park and unit, in number and in money."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Offers, Sheet, Table

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

CUTS = (
    "scale_tier", "industry_sector", "industry_section", "industry_division", "industry_group", "industry_class",
    "industry_name", "source_region", "capital_type", "park_name", "unit_name",
)  # fmt: skip
SPANS = ("all", "year")
_PARTS = ("project_count", "count_share_pct", "invested_wan", "invested_share_pct")
_TIERS = ("cumulative_count", "cumulative_share_pct")
_EXPORTED = ("contract_wan", "planned_fai_wan")


def offers(_: "Asking", **__: object) -> Offers:
    """Return what may be chosen."""
    return {"cut": CUTS, "span": SPANS}


def sheet(ask: "Asking", cut: str = CUTS[0], span: str = SPANS[0]) -> Sheet:
    """Return what the page says by a cut, of all contracts or of the year's (``span``)."""
    since = ask.scope.as_of.replace(month=1, day=1) if span == "year" else None
    parts = ask("structure", cut=cut, signed_from=since)
    finding = words.structure.finding(cut, parts)
    if parts.empty:
        return ask.lacking("structure", "region", finding)
    tiers, sectors = (ask("structure", cut=one, signed_from=since) for one in ("scale_tier", "industry_sector"))
    question, title = ask.question("structure", cut=cut, signed_from=since), words.structure.by_cut_title(parts, cut)
    return ask.sheet(
        "structure",
        finding,
        words.structure.figures(tiers, sectors),
        [
            replace(
                ask.chart(
                    "structure_parts", charts.structure.by_cut, _named(parts, cut), title, cut, question=question
                ),
                columns=(cut, *_PARTS),
            ),
            _table(ask, parts, cut, since),
        ],
    )


def _table(ask: "Asking", parts: "pd.DataFrame", cut: str, since: date | None) -> Table:
    """Return the parts with number, money and shares, tiers with the sum from the top; a file holds all money."""
    names = [cut, *_PARTS, *(_TIERS if cut == "scale_tier" else ()), "no_money_count"]
    return Table(
        "structure",
        ask.captioned(text("structure.parts", cut=column(cut).label)),
        _named(parts, cut),
        catalogued(names),
        lambda: _named(ask.whole("structure", cut=cut, signed_from=since), cut)[[*names, *_EXPORTED]],
        question=ask.question("structure", cut=cut, signed_from=since),
    )


def _named(rows: "pd.DataFrame", cut: str) -> "pd.DataFrame":
    """Return the rows with the names of their parts in the column ``cut``."""
    return rows.assign(**{cut: list(map(partial(words.structure.label, cut), rows["cut_value"]))})
