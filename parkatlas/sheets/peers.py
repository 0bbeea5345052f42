"""Peers: where the region stands among others, by each indicator and by its growth."""

from functools import partial
from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Choice, Offers, Sheet, Table

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

_COLUMNS = ("indicator", "peer_name", "peer_value", "peer_rank", "growth_pct", "growth_rank")


def ranks(ask: "Asking") -> "pd.DataFrame":
    """Ask where each region stands by each indicator."""
    return ask("peer_ranks", region=ask.settings.region.name)


def offers(ask: "Asking", **_: object) -> Offers:
    """Return what may be chosen: the indicators that any region states."""
    return {"indicator": list(dict.fromkeys(ranks(ask)["indicator"]))}


def sheet(ask: "Asking", indicator: str = "") -> Sheet:
    """Return what the page says; the chart is of one indicator, the first where none is named."""
    rows, region = ranks(ask), ask.settings.region.name
    finding = words.peers.finding(rows, region)
    if rows.empty:
        return ask.lacking("peers", "peers", finding)
    drawn = rows[rows["indicator"] == (indicator or rows["indicator"].iloc[0])]
    question, whole = ask.question("peer_ranks", region=region), partial(ask.whole, "peer_ranks", region=region)
    return ask.sheet(
        "peers",
        finding,
        words.peers.figures(rows),
        [
            Choice("indicator"),
            ask.chart(
                "peers_ranking", charts.peers.ranking, drawn, words.peers.ranking_title(drawn), question=question
            ),
            Table("peers", ask.captioned(text("peers.all")), rows, catalogued(_COLUMNS), whole, question=question),
        ],
    )
