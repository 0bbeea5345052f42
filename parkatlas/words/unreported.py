"""Projects that count though the newest ledger does not name them: how many, what they hold."""

from typing import TYPE_CHECKING

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    import pandas as pd

# What the projects hold, and what the same of one project is called.
_HELD = {
    "unreported_contract_wan": "contract_wan",
    "unreported_done_wan": "done_fai_wan",
    "unreported_in_place_wan": "in_place_wan",
}
NAMED = 5  # projects that a sentence names


def standing(totals: "pd.DataFrame") -> str:
    """Say how many stand in the figures (row of ``unreported_totals``) and what they hold; empty for none."""
    count = int(totals["unreported_count"].iloc[0])
    return text("sentences.unreported", count=count, held=_held(totals)) if count else ""


def left_out(totals: "pd.DataFrame", rows: "pd.DataFrame") -> str:
    """Say which projects a ledger leaves out, the largest first, and what they hold; empty for none."""
    count = int(totals["unreported_count"].iloc[0])
    if not count:
        return ""
    names = text("pages.list_comma").join(rows["project_name"].head(NAMED))
    listed = text("sentences.left_out_more", names=names) if count > NAMED else names
    return text("sentences.left_out", count=count, names=listed, held=_held(totals))


def _held(totals: "pd.DataFrame") -> str:
    stated = [name for name in _HELD if not formats.is_none(totals[name].iloc[0])]
    parts = [f"{column(_HELD[name]).label} {formats.money(totals[name].iloc[0])}" for name in stated]
    return text("pages.list_comma").join(parts) or text("attention.no_money")
