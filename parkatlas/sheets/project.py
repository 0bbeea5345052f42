"""Project: one project's facts and entry check, its stages against the plan, its history, and what holds it up."""

from functools import partial
from typing import TYPE_CHECKING, Any

from parkatlas import charts, words
from parkatlas.messages import text
from parkatlas.sheets.asking import MOST_ROWS, catalogued
from parkatlas.sheets.model import Chart, Listing, Offers, Pair, Sheet, Table, Text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

OBSTACLES = ("description", "overdue_days", "unit_name", "open_days", "obstacle_kind", "due_on", "project_count")
_NEIGHBOURS = (
    "project_name", "distance_m", "industry_name", "stage", "land_mu", "contract_wan", "intended_wan", "unit_name",
)  # fmt: skip
_CHANGES = ("period", "changed_field", "before_text", "after_text", "earlier_period")
_STAGES = ("stage", "reached_on", "planned_on", "days_late", "is_reached")
# What the page tells of ``queries/project_facts`` in its figures or its entry check; all else are facts.
_TOLD_ABOVE = {
    "project_name", "park_id", "stage", "land_mu", "contract_wan", "intended_wan", "done_fai_wan", "in_place_wan",
    "signed_on", "park_industries", "is_industry_fit", "invested_wan", "intensity_wan_per_mu", "threshold_wan_per_mu",
    "threshold_origin", "valid_from_on", "threshold_source", "shortfall_wan_per_mu", "shortfall_wan", "verdict",
}  # fmt: skip

_OFFERED = 20


def offers(ask: "Asking", project: str = "", **_: object) -> Offers:
    """Return what may be chosen: the largest projects, before them the one chosen if it is any."""
    largest = list(ask("project_choices", most=_OFFERED)["project_id"])
    is_any = bool(project) and not ask("project_facts", project_id=project).empty
    return {"project": [project, *largest] if is_any else largest}


def sheet(ask: "Asking", project: str = "") -> Sheet:
    """Return what the page says of the project of an id, of the largest for ""; nothing of an unknown one."""
    if not project:
        largest = ask("project_choices", most=1)
        project = str(largest["project_id"].iloc[0]) if len(largest) else ""
    if not project:
        return ask.lacking("project", "project")
    one: dict[str, Any] = {"project_id": project}
    facts = ask("project_facts", **one)
    if facts.empty:
        return ask.sheet("project")
    fact = facts.iloc[0]
    stages, obstacles = ask("project_stages", **one), ask("project_obstacles", **one)
    neighbours = ask.captioned(text("pages.project_neighbours"))
    rest = [name for name in facts.columns if name not in _TOLD_ABOVE]
    return ask.sheet(
        "project",
        words.places.project(fact, stages, obstacles),
        words.places.project_figures(fact),
        [
            _entry(ask, facts),
            Pair(
                (
                    _history(ask, project),
                    ask.table("project_obstacles", "project_obstacles", OBSTACLES, **one),
                    _changes(ask, project),
                ),
                (
                    _stages(ask, stages, project),
                    ask.facts("facts", text("places.facts"), fact, rest, ask.question("project_facts", **one)),
                ),
                (3, 2),
            ),
            # A key for each project: a tick that led here must not lead on.
            ask.table("project_neighbours", f"neighbours-{project}", _NEIGHBOURS, neighbours, **one),
        ],
    )


def _entry(ask: "Asking", facts: "pd.DataFrame") -> Listing:
    """Return both conditions of entry, each with its verdict and what is missing."""
    sentences = tuple(f"{text(f'places.is_{one.verdict}')} {one.sentence}" for one in words.places.entry(facts.iloc[0]))
    question = ask.question("project_facts", project_id=facts["project_id"].iloc[0])
    return Listing("entry", ask.captioned(text("places.entry")), sentences, facts, question)


def _history(ask: "Asking", project: str) -> Chart | Text:
    """Return a project's money over the ledgers; a word where none states any."""
    rows = ask("project_history", project_id=project)
    if rows.empty or not charts.places.has_money(rows):
        return Text(text("places.no_money"))
    question = ask.question("project_history", project_id=project)
    title = words.place_charts.money_title(rows)
    return ask.chart("project_history", charts.places.history, rows, title, question=question)


def _changes(ask: "Asking", project: str) -> Table:
    """Return what changed of a project from ledger to ledger, the newest first."""

    def worded(rows: "pd.DataFrame") -> "pd.DataFrame":
        return words.places.changes(rows) if len(rows) else rows

    return Table(
        f"changes-{project}",
        ask.captioned(text("pages.project_changes")),
        worded(ask("project_changes", project_id=project, most=MOST_ROWS)),
        catalogued(_CHANGES),
        lambda: worded(ask.whole("project_changes", project_id=project)),
        question=ask.question("project_changes", project_id=project),
        nothing=text("places.no_changes"),
    )


def _stages(ask: "Asking", rows: "pd.DataFrame", project: str) -> Table:
    """Return when a project reached each stage beside when it was to."""
    params: dict[str, Any] = {"project_id": project}
    caption, whole = ask.captioned(text("pages.project_stages")), partial(ask.whole, "project_stages", **params)
    dated = rows.drop(columns="project_id", errors="ignore")
    return Table(
        f"stages-{project}",
        caption,
        dated,
        catalogued(_STAGES),
        whole,
        question=ask.question("project_stages", **params),
    )
