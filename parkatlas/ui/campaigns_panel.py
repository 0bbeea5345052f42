"""The Campaigns page's panel: which campaign, its units against the clock, and the step due for who brought nothing."""

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from parkatlas import charts, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui import address, data, panels, store, targets_tables
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = (
    "unit_label", "done_value", "target_value", "completion_pct", "lamp", "ahead_points", "ahead_value",
    "required_per_week_value",
)  # fmt: skip
_IDLE = ("unit_label", "unit_kind")


def choose(campaigns: pd.DataFrame) -> "pd.Series[object]":
    """Return the campaign chosen, at first the one that runs; draw the choice where there are several."""
    ids = list(campaigns["campaign_id"])
    address.recall("campaign", ids, ids[0])
    rows = campaigns.set_index("campaign_id", drop=False)
    if len(ids) > 1:
        st.segmented_control(
            column("campaign_name").label,
            ids,
            key="campaign",
            format_func=lambda one: plain(_name(rows.loc[one])),
            required=True,
            label_visibility="collapsed",
        )
    address.publish("campaign", ids[0])
    return rows.loc[st.session_state["campaign"]]


def units(rows: pd.DataFrame, metric: str, campaign_id: object) -> None:
    """Draw the units' figures of a metric against the clock; with its exports of every metric."""
    caption = panels.caption_of(text("pages.campaigns_by_unit", metric=terms.label("metric", metric)))
    st.subheader(plain(caption.title), anchor=False)
    own = rows[rows["metric"] == metric].sort_values(["ahead_points", "unit_id"], ascending=[False, True])
    shown = own[list(_UNITS)].assign(
        unit_label=own["unit_label"].map(charts.targets.unit_name),
        lamp=[charts.lamps.word(code) if charts.lamps.lit(code) else None for code in own["lamp"]],
    )
    targets_tables.table(shown, {name: targets_tables.configured(name, metric) for name in _UNITS}, "campaign")
    panels.exports("campaign_by_unit", caption, partial(data.ask_whole, "campaign_by_unit", campaign_id=campaign_id))


def rest(campaign: "pd.Series[object]", metric: str) -> None:
    """Draw what is still to come: what each week left has to bring, beside it who brought nothing so far."""
    weeks = data.ask("campaign_weeks", campaign_id=campaign["campaign_id"])
    if weeks.empty:
        _without_result(campaign)
        return
    left, right = st.columns(2)
    with left:
        panels.chart(charts.campaigns.weeks, weeks, "campaigns_weeks", metric)
    with right:
        _without_result(campaign)


def _without_result(campaign: "pd.Series[object]") -> None:
    """Draw who brought neither funds nor contracts, each with the step that the settings prescribe by now."""
    if not campaign["day_number"]:
        return
    caption = panels.caption_of(text("pages.campaigns_without_result"))
    idle = data.ask("campaign_without_result", campaign_id=campaign["campaign_id"])
    st.subheader(plain(caption.title), anchor=False)
    if idle.empty:
        st.caption(text("campaigns.all_brought"))
        return
    steps = store.workspace().settings.campaigns
    add: Callable[[pd.DataFrame], pd.DataFrame] = partial(_with_steps, campaign=campaign)
    names = [*_IDLE, "campaign_step"] if steps.steps else list(_IDLE)
    panels.rows_table(add(idle)[names], "campaign-idle")
    panels.exports(
        "campaign_without_result",
        caption,
        lambda: add(data.ask_whole("campaign_without_result", campaign_id=campaign["campaign_id"])),
    )


def _with_steps(idle: pd.DataFrame, campaign: "pd.Series[object]") -> pd.DataFrame:
    due = store.workspace().settings.campaigns.due
    passed = 100 * int(campaign["day_number"]) / int(campaign["day_count"])
    return idle.assign(campaign_step=[due(group, passed) for group in idle["unit_group"]])


def _name(campaign: "pd.Series[object]") -> str:
    state = terms.label("campaign_state", str(campaign["campaign_state"]))
    return text("campaigns.choice", name=campaign["campaign_name"], state=state)
