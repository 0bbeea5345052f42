"""The Ranks page's panel: who is ranked and by which metric, and the table of their places."""

from functools import partial

import pandas as pd
import streamlit as st

from parkatlas import charts, terms
from parkatlas.messages import text
from parkatlas.ui import data, panels, targets_panel, targets_tables
from parkatlas.ui.markdown import plain

_COLUMNS = (
    "place", "ranked_name", "done_value", "places_risen", "place_before", "places_risen_year", "place_year_ago",
)  # fmt: skip
_MOVES = ("places_risen", "places_risen_year")


def ask() -> pd.DataFrame:
    """Ask for the places of every group by every metric that ranks any of it."""
    rows = data.ask("ranks")
    return rows[rows.groupby(["ranked_group", "metric"])["place"].transform("count") > 0]


def choose(rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the choices of a group and of a metric that ranks it, and return their rows."""
    with st.container(horizontal=True):
        groups = _offered("ranked_group", rows["ranked_group"])
        group = targets_panel.choose_one("ranked_group", groups, "ranked_group")
        of_group = rows[rows["ranked_group"] == group]
        metric = targets_panel.choose_one("metric", _offered("metric", of_group["metric"]), "rank_metric")
    return of_group[of_group["metric"] == metric]


def table(rows: pd.DataFrame) -> None:
    """Draw the places of one group by one metric; with its exports."""
    group, metric = str(rows["ranked_group"].iloc[0]), str(rows["metric"].iloc[0])
    words = {"group": terms.label("ranked_group", group), "metric": terms.label("metric", metric)}
    caption = panels.caption_of(text("ranks.table", **words))
    st.subheader(plain(caption.title), anchor=False)
    shown = rows[list(_COLUMNS)].assign(**{name: rows[name].map(charts.ranks.risen) for name in _MOVES})
    config = {name: targets_tables.configured(name, metric) for name in _COLUMNS}
    targets_tables.table(shown, config, "ranks")
    panels.downloads("ranks", caption, partial(data.ask_whole, "ranks", ranked_group=group, metrics=[metric]))


def _offered(vocabulary: str, there: "pd.Series[str]") -> list[str]:
    return [term.code for term in terms.VOCABULARIES[vocabulary] if (there == term.code).any()]
