"""Pipeline: how far projects came, where they are stuck, and who has to push them on."""

from typing import TYPE_CHECKING

from parkatlas import charts, words
from parkatlas.messages import text
from parkatlas.sheets.asking import MOST_ROWS, catalogued
from parkatlas.sheets.model import Block, Chart, Choice, Offers, Pair, Sheet, Table, Text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets.asking import Asking

STUCK = (
    "project_name", "stage", "stage_days", "over_days", "leader_name", "officer_name", "contract_wan", "obstacle_kind",
    "description", "unit_name", "park_name", "intended_wan", "limit_days", "obstacle_count",
)  # fmt: skip
FALLEN = (
    "project_name", "earlier_stage", "earlier_period", "stage", "stage_on", "leader_name", "officer_name",
    "contract_wan", "intended_wan", "unit_name", "park_name",
)  # fmt: skip
DROPPED = (
    "project_name", "drop_reason", "stage_on", "contract_wan", "intended_wan", "unit_name", "park_name", "leader_name",
    "officer_name",
)  # fmt: skip
COHORTS = (
    "cohort_year", "project_count", "ever_signed_share_pct", "ever_started_share_pct", "ever_producing_share_pct",
)  # fmt: skip
_OBSTACLES = (
    "description", "project_count", "overdue_days", "unit_name", "open_days", "obstacle_kind", "contract_wan",
    "intended_wan", "due_on",
)  # fmt: skip
_KINDS = ("obstacle_kind", "obstacle_count", "overdue_count", "project_count", "contract_wan", "intended_wan")
_GROUPS = ("work_group", "project_count", "contract_wan", "intended_wan", "stuck_count")
_LISTS = ("pipeline_gap", "project_count", "contract_wan", "intended_wan")


def offers(ask: "Asking", **_: object) -> Offers:
    """Return what may be chosen: the years in which projects were begun."""
    return {"cohort_year": list(ask("pipeline_cohorts")["cohort_year"].dropna().astype(int))}


def sheet(ask: "Asking", cohort_year: int | None = None) -> Sheet:
    """Return what the page says; the funnel is of the projects begun in a year, of all for None."""
    rates, cohorts = ask("pipeline_rates"), ask("pipeline_cohorts")
    finding = words.pipeline.finding(rates)
    if cohorts.empty:
        return ask.lacking("pipeline", "region", finding)
    stages = ask("pipeline_stages", cohort_year=cohort_year)
    question = ask.question("pipeline_stages", cohort_year=cohort_year)
    drawn = funnel(ask, "pipeline_funnel", stages, cohort_year=cohort_year)
    title = words.pipeline.durations_title(stages)
    lasting = ask.chart("pipeline_durations", charts.pipeline.durations, stages, title, question=question)
    durations = (lasting,) if stages["left_count"].any() else ()
    return ask.sheet(
        "pipeline",
        finding,
        words.pipeline.figures(rates),
        [
            Pair(
                (Choice("cohort"), drawn),
                _groups(ask),
                (3, 2),
            ),
            Choice("listed"),
            ask.table("stuck_projects", "pipeline_stuck", STUCK),
            *_obstacles(ask),
            Pair(durations, (ask.table("pipeline_cohorts", "pipeline_cohorts", COHORTS),), (3, 2)),
            ask.table("pipeline_gaps", "pipeline_fallen", FALLEN, pipeline_gap="fallen_back"),
            ask.table("pipeline_gaps", "pipeline_dropped", DROPPED, pipeline_gap="dropped"),
        ],
    )


def funnel(ask: "Asking", key: str, stages: "pd.DataFrame", **params: object) -> Chart | Text:
    """Return the stages of projects (rows of ``pipeline_stages``), where any has reached one."""
    if not stages["reached_stage_count"].fillna(0).any():
        return Text(text("pipeline.no_stages"))
    title = words.pipeline.funnel_title(stages)
    return ask.chart(key, charts.pipeline.funnel, stages, title, question=ask.question("pipeline_stages", **params))


def _groups(ask: "Asking") -> tuple[Table, Table]:
    """Return the work groups and the lists that call for action, each with its number and money."""
    return (
        _summary(ask, "groups", "work_groups", _GROUPS),
        _summary(ask, "lists", "pipeline_gap_totals", _LISTS),
    )


def _summary(ask: "Asking", key: str, query: str, columns: tuple[str, ...]) -> Table:
    rows = ask(query)
    shown_columns = catalogued([name for name in columns if name in rows])
    return Table(
        key, ask.captioned(text(f"pipeline.{key}")), rows, shown_columns, rows.copy, question=ask.question(query)
    )


def _obstacles(ask: "Asking") -> tuple[Block, ...]:
    """Return what stands in the way: the obstacle that holds up most in a sentence, every one, and their kinds."""
    sentence = words.pipeline.obstacle(ask("obstacles_open", most=MOST_ROWS))
    if not sentence:
        return ()
    every = ask.table("obstacles_open", "pipeline_obstacles", _OBSTACLES)
    kinds = ask.table("obstacles_by_kind", "pipeline_kinds", _KINDS)
    return Text(sentence, "finding"), Pair((every,), (kinds,), (3, 2))
