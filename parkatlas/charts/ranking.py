"""Which rows a ranking draws and where: all of a few; of many the leaders and the last, the rest left to words."""

from dataclasses import dataclass

import pandas as pd

MOST = 30
ENDS = 12


@dataclass(frozen=True)
class Ranking:
    """Rows to draw with their ``slot``, counted from the top, the rows left out, and the height of the whole in rows.

    ``gap`` is the slot of the sentence that tells of the rows left out; None where all are drawn.
    """

    drawn: pd.DataFrame
    left_out: pd.DataFrame
    height: int
    gap: int | None


def rank(frame: pd.DataFrame, value: str) -> Ranking:
    """Rank ``frame`` by the column ``value``, largest first, rows without a value last (among many: left out)."""
    ordered = frame.sort_values(value, ascending=False, na_position="last", kind="stable")
    if len(ordered) <= MOST:
        return Ranking(ordered.assign(slot=range(len(ordered))), ordered.iloc[:0], max(len(ordered), 1), None)
    valued = ordered[ordered[value].notna()]
    if len(valued) <= 2 * ENDS:
        drawn, height = valued.assign(slot=range(len(valued))), len(valued) + 1
        return Ranking(drawn, ordered[ordered[value].isna()], height, height - 1)
    slots = [*range(ENDS), *range(ENDS + 1, 2 * ENDS + 1)]
    drawn = pd.concat([valued.iloc[:ENDS], valued.iloc[-ENDS:]]).assign(slot=slots)
    return Ranking(drawn, ordered[~ordered.index.isin(drawn.index)], 2 * ENDS + 1, ENDS)
