"""The Campaigns page's choice: which campaign."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import sheets, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import address, data
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.progress import targets

if TYPE_CHECKING:
    import pandas as pd


def chosen(ask: sheets.Asking) -> str:
    """Return the campaign chosen, at first the address's, else the one that runs; "" where there is none."""
    return targets.recalled("campaign", list(ask("campaigns")["campaign_id"]))


def choose() -> None:
    """Draw the choice of a campaign where there are several."""
    campaigns = data.ask("campaigns").set_index("campaign_id", drop=False)
    ids = list(campaigns.index)
    if len(ids) > 1:
        st.segmented_control(
            column("campaign_name").label,
            ids,
            key="campaign",
            format_func=lambda one: plain(_name(campaigns.loc[one])),
            required=True,
            label_visibility="collapsed",
        )
    address.publish("campaign", ids[0] if ids else "")


def _name(campaign: "pd.Series[object]") -> str:
    state = terms.label("campaign_state", str(campaign["campaign_state"]))
    return text("campaigns.choice", name=campaign["campaign_name"], state=state)
