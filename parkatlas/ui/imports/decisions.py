"""What became of projects that the newest ledger leaves out: decided on the page, taken in as a file is."""

import csv
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from parkatlas import intake, terms
from parkatlas.columns import column
from parkatlas.errors import InputRefused
from parkatlas.filetypes import KINDS
from parkatlas.messages import text
from parkatlas.ui.imports import report
from parkatlas.ui.kit import filters, look, panels, store
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkatlas import sheets

_LONGEST = 200


def unreported(block: "sheets.Table") -> None:
    """Draw the projects that the newest ledger leaves out, and the choice of what became of some of them."""
    st.subheader(plain(block.caption.title), anchor=False)
    panels.rows_table(block.rows[list(block.columns)], "unreported-rows")
    panels.downloads(block.key, block.caption, block.whole)
    with look.card("decide"):
        _decide(block.rows)


def _decide(rows: pd.DataFrame) -> None:
    st.markdown(f"**{text('imports.decide_title')}**", help=text("imports.decide_help"))
    often = Counter(rows["project_name"])
    named = zip(rows["project_id"], rows["project_name"], strict=True)
    labels = {code: f"{name} ({code})" if often[name] > 1 else name for code, name in named}
    # A decision taken leaves the fields empty.
    turn = store.workspace().revision
    chosen = st.multiselect(
        text("imports.decide_which"),
        list(labels),
        format_func=labels.__getitem__,
        placeholder=text("imports.decide_none"),
        key=f"decide-projects-{turn}",
    )
    outcome = st.segmented_control(
        column("outcome").label,
        [term.code for term in terms.OUTCOMES],
        format_func=lambda code: terms.label("outcome", code),
        key=f"decide-outcome-{turn}",
    )
    heir = _text("heir_name", turn) if outcome == "merged" else ""
    left, right = st.columns(2)
    day = left.date_input(
        column("decided_on").label,
        filters.as_of(),
        min_value=rows["period"].max(),  # before a ledger that names a project a decision on it says nothing
        max_value=max(filters.as_of(), store.workspace().today()),
        key=f"decide-day-{turn}",
    )
    with right:
        note = _text("decision_note", turn)
    label = text("imports.decide", count=len(chosen))
    if st.button(label, icon=":material/rule:", disabled=not (chosen and outcome), key="decide-button"):
        decided = [[code, terms.label("outcome", str(outcome)), str(day), heir, note] for code in chosen]
        _take_in(decided, text("imports.decisions_file", day=str(day)))


def _text(name: str, turn: int) -> str:
    return st.text_input(column(name).label, max_chars=_LONGEST, help=column(name).meaning, key=f"decide-{name}-{turn}")


def _take_in(rows: "Sequence[Sequence[str]]", name: str) -> None:
    """Take decisions in as a file of their kind, by whom the upload names; a refusal is said."""
    with TemporaryDirectory(prefix="parkatlas-", dir=store.workspace().temporary, ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "decisions.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column(field).label for field in KINDS["decisions"].columns])
            writer.writerows(rows)
        offer = intake.Offer(path, "decisions", name, intake.Options())
        try:
            store.workspace().import_file(offer, st.session_state.get("by", ""))
        except InputRefused as refused:
            report.draw(refused.report)
            return
    st.rerun()
