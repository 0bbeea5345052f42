"""The Campaigns page's choice: which campaign."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import sheets, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import data
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    import pandas as pd


_CAMPAIGN = Choice("campaigns", "campaign")


def chosen(ask: sheets.Asking) -> str:
    """Return the campaign chosen, at first the address's, else the one that runs; "" where there is none."""
    return _CAMPAIGN.among(list(ask("campaigns")["campaign_id"]))


def choose() -> None:
    """Draw the choice of a campaign where there are several."""
    campaigns = data.ask("campaigns").set_index("campaign_id", drop=False)
    ids = list(campaigns.index)
    if len(ids) > 1:
        _CAMPAIGN.draw(
            st.segmented_control,
            column("campaign_name").label,
            ids,
            lambda one: plain(_name(campaigns.loc[one])),
            required=True,
            label_visibility="collapsed",
        )


def _name(campaign: "pd.Series[object]") -> str:
    state = terms.label("campaign_state", str(campaign["campaign_state"]))
    return text("campaigns.choice", name=campaign["campaign_name"], state=state)
