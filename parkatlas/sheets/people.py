"""People: what each leader and each officer answers for, what moved, what is due and what is late."""

from typing import TYPE_CHECKING

from parkatlas import terms, words
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Choice, Offers, Sheet, Table

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

ROLES = tuple(term.code for term in terms.ROLES)
_PEOPLE = (
    "person_name", "person_lamp", "project_count", "contract_wan", "late_count", "late_wan", "due_count", "stuck_count",
    "moved_count",
)  # fmt: skip
_PROJECTS = (
    "project_name", "state_lamp", "next_step", "next_on", "days_to_next", "previous_stage", "stage", "over_days",
    "in_place_added_wan", "done_added_wan", "contract_wan", "intended_wan", "park_name", "unit_name",
)  # fmt: skip


def of_role(ask: "Asking", role: str) -> "pd.DataFrame":
    """Return the people of a role, those with most late first (rows of ``people``)."""
    rows = ask("people")
    return rows[rows["role"] == role]


def offers(ask: "Asking", role: str = ROLES[0], **_: object) -> Offers:
    """Return what may be chosen: roles, and the people of the one chosen, "" for all of them."""
    return {"role": ROLES, "person": ["", *of_role(ask, role)["person_name"].dropna()]}


def sheet(ask: "Asking", role: str = ROLES[0], person: str = "") -> Sheet:
    """Return what the page says of a role, and the list of one person's projects, of all where nobody is named."""
    own = of_role(ask, role)
    finding = words.people.finding(role, own)
    if own.empty:
        return ask.lacking("people", "region", finding)
    title = text("people.list_of", name=person) if person else text("people.list_all")
    columns = _PROJECTS if person else ("project_name", "person_name", *_PROJECTS[1:])
    listed = ask.table(
        "person_projects", "person_projects", columns, ask.captioned(title), role=role, person=person or None
    )
    blocks = [_people(ask, role, own), Choice("person"), listed]
    return ask.sheet("people", finding, words.people.figures(role, own), blocks)


def _people(ask: "Asking", role: str, own: "pd.DataFrame") -> Table:
    def whole() -> "pd.DataFrame":
        rows = ask.whole("people")
        return _named(rows[rows["role"] == role])

    caption = ask.captioned(text("people.table", role=terms.label("role", role)))
    return Table("people", caption, _named(own), catalogued(_PEOPLE), whole, question=ask.question("people"))


def _named(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return the rows with a word for those that name nobody."""
    return rows.assign(person_name=rows["person_name"].fillna(text("people.unnamed")))
