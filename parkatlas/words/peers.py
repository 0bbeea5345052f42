"""Where the own region stands among its peers, in words and figures."""

from typing import TYPE_CHECKING

from parkatlas import formats
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_FIGURES = 5
_NAME_WIDTH = 26


def finding(rows: "pd.DataFrame", region: str) -> str:
    """Say the best and the last rank of the own region (rows of ``queries/peer_ranks``)."""
    own = rows[rows["is_own"] & rows["peer_rank"].notna()]
    if rows.empty:
        return ""
    if own.empty:
        return text("peers.not_listed", region=region)
    ranked = own.sort_values("peer_rank", kind="stable")
    best, last = ranked.iloc[0], ranked.iloc[-1]
    return text(
        "peers.best_and_last",
        region=region,
        count=len(own),
        best=best["indicator"],
        best_place=_place(rows, best),
        last=last["indicator"],
        last_place=_place(rows, last),
    )


def figures(rows: "pd.DataFrame") -> list[KeyFigure]:
    """Return the own region's rank by each of the first five indicators, with that of its growth."""
    return [
        KeyFigure(
            str(row["indicator"]),
            _place(rows, row),
            "",
            text(
                "peers.grew",
                growth=formats.quantity(row["growth_pct"], "%"),
                place=_place(rows, row, "growth"),
            ),
        )
        for _, row in rows[rows["is_own"]].head(_FIGURES).iterrows()
    ]


def _place(rows: "pd.DataFrame", row: "pd.Series[object]", by: str = "peer") -> str:
    """Return a row's rank by value ("peer") or "growth" as people say it, shared ones named; "—" without one."""
    rank = row[f"{by}_rank"]
    if formats.is_none(rank):
        return formats.NONE
    sharing = ((rows["indicator"] == row["indicator"]) & (rows[f"{by}_rank"] == rank)).sum()
    return text(
        "peers.place" if sharing == 1 else "peers.shared_place",
        rank=formats.number(rank, decimals=0),
        count=formats.number(row[f"{by}_count"], decimals=0),
    )


def ranking_title(rows: "pd.DataFrame") -> str:
    """Return where the own region stands by an indicator and by its growth, else who leads (its rows)."""
    own = rows[rows["is_own"] & rows["peer_value"].notna()]
    row = own.iloc[0] if len(own) else rows.iloc[0]
    return text(
        "peers.stands",
        name=clipped(row["peer_name"], _NAME_WIDTH),
        indicator=clipped(row["indicator"], _NAME_WIDTH),
        place=_place(rows, row),
        growth=_place(rows, row, "growth"),
    )
