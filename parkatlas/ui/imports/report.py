"""What a check found in a file, errors first; what needs nobody's doing is folded."""

from typing import Any

import streamlit as st

from parkatlas.messages import text
from parkatlas.ui.kit.markdown import plain

_LEVELS = {"error": ":material/error:", "warning": ":material/warning:", "note": ":material/info:"}


def draw(report: Any) -> None:
    """Draw the findings of a report."""
    notes = [finding for finding in report.findings if finding.level == "note"]
    for finding in report.findings:
        if finding.level != "note":
            _draw_finding(finding)
    if notes:
        with st.expander(text("imports.notes", count=len(notes)), icon=_LEVELS["note"]):
            for note in notes:
                _draw_finding(note)


def _draw_finding(finding: Any) -> None:
    line = f"{_LEVELS[finding.level]} **{plain(finding.place)}** {plain(finding.message)}"
    st.markdown(f"{line}  \n{plain(finding.cure)}")
