"""Ranks: who leads among units and among parks by any metric, who rose and who fell."""

from functools import partial
from typing import TYPE_CHECKING

from parkatlas import charts, terms, words
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Offers, Sheet, Table

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

_COLUMNS = (
    "place", "ranked_name", "done_value", "places_risen", "place_before", "places_risen_year", "place_year_ago",
)  # fmt: skip
_MOVES = ("places_risen", "places_risen_year")


def ranked(ask: "Asking") -> "pd.DataFrame":
    """Return the ranks of every group by every metric that ranks any of it (rows of ``ranks``)."""
    rows = ask("ranks")
    return rows[rows.groupby(["ranked_group", "metric"])["place"].transform("count") > 0]


def groups(rows: "pd.DataFrame") -> list[str]:
    """Return the groups that are ranked, in the vocabulary's order."""
    return terms.present("ranked_group", rows["ranked_group"])


def metrics(rows: "pd.DataFrame", group: str) -> list[str]:
    """Return the metrics that rank a group, in the vocabulary's order."""
    return terms.present("metric", rows.loc[rows["ranked_group"] == group, "metric"])


def offers(ask: "Asking", group: str = "", **_: object) -> Offers:
    """Return what may be chosen: groups, and the metrics of the one chosen."""
    every = ranked(ask)
    codes = groups(every)
    return {"group": codes, "metric": metrics(every, group or next(iter(codes), ""))}


def sheet(ask: "Asking", group: str = "", metric: str = "") -> Sheet:
    """Return what the page says of one group by one metric, the first where none is named."""
    every = ranked(ask)
    finding = words.ranks.finding(every)
    if every.empty:
        return ask.lacking("ranks", "ranks", finding)
    group = group or groups(every)[0]
    metric = metric or metrics(every, group)[0]
    rows = every[(every["ranked_group"] == group) & (every["metric"] == metric)]
    question = ask.question("ranks", ranked_group=group, metrics=[metric])
    title = text("ranks.table", group=terms.label("ranked_group", group), metric=terms.label("metric", metric))
    table = Table(
        "ranks",
        ask.captioned(title),
        rows.assign(**{name: rows[name].map(words.ranks.risen) for name in _MOVES}),
        catalogued(_COLUMNS),
        partial(ask.whole, "ranks", ranked_group=group, metrics=[metric]),
        question=question,
        metric=metric,
    )
    chart = ask.chart("ranks_league", charts.ranks.league, rows, words.ranks.league_title(rows), question=question)
    return ask.sheet("ranks", finding, words.ranks.figures(rows), [chart, table])
