"""The pipeline on a page: the funnel, work groups and lists as numbers to click, and the list that was clicked."""

from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, sheets, terms, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import address, data, look, panels, sheet
from parkatlas.ui.kit.choice import Choice
from parkatlas.ui.kit.listing import Listed
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_LISTED = (
    "project_name", "stage", "stage_on", "stage_days", "over_days", "contract_wan", "intended_wan", "in_place_wan",
    "park_name", "unit_name", "leader_name", "officer_name",
)  # fmt: skip
_FUNNEL = "pipeline_funnel"
_COHORT = Choice("pipeline", "cohort")


def cohort(ask: sheets.Asking) -> int | None:
    """Return the year begun of the projects in the funnel, None for all: the one chosen, at first the address's."""
    year = _COHORT.among(["", *_years(ask)])
    return int(year) if year else None


def _choose_cohort(_: sheets.Choice) -> None:
    _COHORT.draw(
        st.segmented_control,
        column("cohort_year").label,
        ["", *_years(data.asking())],
        lambda year: plain(year) or text("pages.all"),
        required=True,
        help=text("pipeline.cohort_help"),
    )


def _years(ask: sheets.Asking) -> list[str]:
    return [str(year) for year in sheets.pipeline.offers(ask)["cohort_year"]]


def _funnel(block: sheets.Chart) -> None:
    """Draw the funnel; a click on a bar lists its stage."""
    panels.draw_chart(block, on_select=_clicked, selection_mode="points")


def _groups(block: sheets.Table) -> None:
    """Draw the work groups, each a button that lists its projects."""
    with look.card("groups", gap="small"):
        st.markdown(f"**{plain(block.caption.title)}**", help=text("pipeline.groups_help"))
        for _, row in block.rows.iterrows():
            code = row["work_group"] if isinstance(row["work_group"], str) else ""
            _number(Listed("group", code), row, terms.label("work_group", code) if code else text("pipeline.unstated"))


def _lists(block: sheets.Table) -> None:
    """Draw the lists that call for action, each a button that lists its projects."""
    with look.card("lists", gap="small"):
        st.markdown(f"**{plain(block.caption.title)}**", help=text("pipeline.lists_help"))
        for _, row in block.rows.iterrows():
            _number(Listed("gap", row["pipeline_gap"]), row, terms.label("pipeline_gap", row["pipeline_gap"]))


def _listed(_: sheets.Choice) -> None:
    """Draw the list that was clicked, with the way to see it on the map; a hint where none was."""
    chosen = _chosen()
    with st.container(key="listed"):
        if chosen is None:
            st.caption(f":material/ads_click: {text('pipeline.hint')}")
            return
        ask = data.asking()
        caption = ask.captioned(chosen.label)
        panels.draw_table(ask.table("pipeline_projects", "pipeline_listed", _LISTED, caption, **chosen.params))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                "pages/park_map.py",
                label=text("pipeline.light_up"),
                icon=":material/map:",
                query_params={"lit": chosen.words},
                width="content",
            )
            st.button(text("pipeline.close"), icon=":material/close:", type="tertiary", on_click=_choose, args=("",))


def recall() -> None:
    """Take over the list that the address names, if there is such a list, and write it there again."""
    words = st.session_state.get("listed", st.query_params.get("listed"))
    st.session_state["listed"] = words if Listed.read(words) else ""
    address.publish("listed")


def _chosen() -> Listed | None:
    return Listed.read(st.session_state.get("listed"))


def _choose(words: str) -> None:
    st.session_state["listed"] = words
    address.publish("listed")


def _clicked() -> None:
    """List the stage whose bar was clicked."""
    year = cohort(data.asking())
    points = st.session_state[f"chart-{_FUNNEL}"]["selection"]["points"]
    stage = points[0].get("customdata") if points else None
    if stage:
        _choose(Listed("stage", stage[0] if isinstance(stage, list) else stage, year).words)


def _number(which: Listed, row: "pd.Series[object]", name: str) -> None:
    """Draw one number to click: the list's name, how many, how much money; a second click closes the list."""
    is_chosen = _chosen() == which
    count = int(row["project_count"])
    # Each piece an element of its own, which static/layout.css puts into columns.
    pieces = [
        f"**{plain(name)}**",
        f":primary[{plain(formats.quantity(count, '个'))}]",
        f":gray[{plain(words.pipeline.money(row))}]",
    ]
    if row.get("stuck_count"):
        pieces.append(f":orange[{plain(text('pipeline.stuck_of', count=row['stuck_count']))}]")
    st.button(
        " ".join(pieces),
        key=f"number-{which.words}",
        width="stretch",
        type="primary" if is_chosen else "secondary",
        disabled=not count,
        on_click=_choose,
        args=("" if is_chosen else which.words,),
    )


# What this page draws in a way of its own, by the blocks' keys.
OWN: dict[str, sheet.Drawer] = {
    "cohort": _choose_cohort,
    _FUNNEL: _funnel,
    "groups": _groups,
    "lists": _lists,
    "listed": _listed,
}
