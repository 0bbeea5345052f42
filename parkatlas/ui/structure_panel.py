"""The Structure page's panel: by what to divide and which contracts to count, and the table of the parts."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import charts
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, data, filters, panels
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

CUTS = (
    "scale_tier", "industry_sector", "industry_section", "industry_division", "industry_group", "industry_class",
    "industry_name", "source_region", "capital_type", "park_name", "unit_name",
)  # fmt: skip
_SPANS = ("all", "year")
_PARTS = ("project_count", "count_share_pct", "invested_wan", "invested_share_pct")
_TIERS = ("cumulative_count", "cumulative_share_pct")
_EXPORTED = ("contract_wan", "planned_fai_wan")


def cut() -> str:
    """Return the column to divide by: the one chosen, at first the one of the address."""
    address.recall("cut", CUTS, CUTS[0])
    address.recall("span", _SPANS, _SPANS[0])
    return str(st.session_state["cut"])


def ask(by: str) -> "pd.DataFrame":
    """Ask how the contracts within filters and span divide by the column ``by``."""
    return data.ask("structure", cut=by, signed_from=_signed_from())


def choose() -> None:
    """Draw the switches: by what to divide, and whether all contracts or those of the year count."""
    with st.container(horizontal=True, key="structure-switches"):
        for key, offered, say in (("cut", CUTS, _cut_name), ("span", _SPANS, _span_name)):
            st.segmented_control(
                text(f"structure.{key}"),
                offered,
                format_func=lambda one, say=say: plain(say(one)),
                key=key,
                required=True,
                width="content",
            )
            address.publish(key, offered[0])


def table(rows: "pd.DataFrame", by: str) -> None:
    """Draw the parts with number, money and shares, tiers with the sum from the top; exports hold all money."""
    caption = panels.caption_of(text("structure.parts", cut=_cut_name(by)))
    st.subheader(plain(caption.title), anchor=False)
    shown = [by, *_PARTS, *(_TIERS if by == "scale_tier" else ()), "no_money_count"]
    panels.rows_table(_named(rows, by)[shown], "table-structure")
    whole = partial(data.ask_whole, "structure", cut=by, signed_from=_signed_from())
    panels.exports("structure", caption, lambda: _named(whole(), by)[[*shown, *_EXPORTED]])


def _named(rows: "pd.DataFrame", by: str) -> "pd.DataFrame":
    """Return the rows with the names of their parts in the column ``by``."""
    return rows.assign(**{by: [charts.structure.label(by, value) for value in rows["cut_value"]]})


def _signed_from() -> date | None:
    return filters.as_of().replace(month=1, day=1) if st.session_state["span"] == "year" else None


def _cut_name(by: str) -> str:
    return column(by).label


def _span_name(span: str) -> str:
    return text(f"structure.span_{span}")
