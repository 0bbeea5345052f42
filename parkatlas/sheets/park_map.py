"""Park map: which projects are in sight, or in a shape drawn on the map, and how they divide by what colours them."""

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from parkatlas import charts, terms, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.asking import MOST_ROWS, catalogued
from parkatlas.sheets.model import Block, Chart, Choice, Offers, Pair, Sheet, Table, Text
from parkatlas.sheets.overview import is_empty

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking

# What projects can be coloured and told apart by; the first is where the page begins.
ATTRIBUTES = ("stage", "industry_name", "verdict", "capital_type", "is_enclave")
_COLUMNS = (
    "project_name", "stage", "park_name", "unit_name", "industry_name", "invested_wan", "contract_wan",
    "intended_wan", "land_mu", "intensity_wan_per_mu", "verdict", "officer_name",
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """A shape drawn on the map: what it is (polygon | circle), its fault or none, its area, the projects in it."""

    kind: str
    fault: str
    area_m2: float
    project_ids: list[str]


@dataclass(frozen=True)
class Selection:
    """What is set apart on the map: a shape, a value of the attribute, the projects that both leave, those picked.

    ``project_ids`` are None where neither shape nor value leaves any out.
    """

    shape: Shape | None = None
    part: str | None = None
    project_ids: list[str] | None = None
    picked: list[str] = field(default_factory=list)


def offers(_: "Asking", **_chosen: object) -> Offers:
    """Return what may be chosen: by what the projects divide."""
    return {"attribute": ATTRIBUTES}


def sheet(ask: "Asking", attribute: str = ATTRIBUTES[0]) -> Sheet:
    """Return the list of projects in scope, and how they divide by an attribute."""
    if is_empty(ask("overview_totals")):
        return ask.lacking("park_map", "map")
    return of_selection(ask, attribute, Selection())


def of_selection(ask: "Asking", attribute: str, chosen: Selection) -> Sheet:
    """Return what a shape holds in figures, how its projects, or all, divide by an attribute, and their list."""
    shape = chosen.shape
    if shape is None:
        return ask.sheet("park_map", blocks=[Choice("ground"), _lists(ask, attribute, chosen)])
    inside = shape.project_ids
    finding = words.inside.finding(shape.kind, shape.fault, shape.area_m2, len(inside))
    blocks: list[Block] = [Choice("ground"), *_without_point(ask)]
    if shape.fault or not inside:
        return ask.sheet("park_map", finding, blocks=blocks)
    figures = words.inside.figures(ask("overview_totals", only=inside))
    return ask.sheet("park_map", finding, figures, [*blocks, _lists(ask, attribute, chosen)])


def part_label(attribute: str, key: str) -> str:
    """Return what a value of an attribute is called."""
    if not key:
        return text("pages.none_stated")
    if attribute == "is_enclave":
        return column(attribute).label if key == "true" else text("maps.not_enclave")
    vocabulary = column(attribute).vocabulary
    return terms.label(vocabulary, key) if vocabulary else key


def _without_point(ask: "Asking") -> list[Text]:
    """Return how many projects no shape can hold."""
    placed = int(ask("project_cells", cell_lon=360.0, cell_lat=360.0)["project_count"].sum())
    lost = int(ask("overview_totals")["project_count"].iloc[0]) - placed
    return [Text(text("inside.without_point", count=lost))] if lost else []


def _lists(ask: "Asking", attribute: str, chosen: Selection) -> Pair:
    return Pair((_parts(ask, attribute, chosen),), (_projects(ask, attribute, chosen),))


def _parts(ask: "Asking", attribute: str, chosen: Selection) -> Chart:
    """Return how many projects fall to each value of an attribute, and how many of those picked."""
    only = chosen.shape.project_ids if chosen.shape else None
    params = {"attribute": attribute, "only": only, "picked": chosen.picked}
    rows = ask("project_parts", **params)
    rows = rows.assign(name=[part_label(attribute, key) for key in rows["attribute_key"]])
    order = {term.code: rank for rank, term in enumerate(terms.STAGES)}
    if attribute == "stage":  # stages follow each other; the other values stand by their number
        rows = rows.sort_values("attribute_key", key=lambda keys: keys.map(order), na_position="last", kind="stable")
    title, question = words.inside.by_part_title(rows, attribute), ask.question("project_parts", **params)
    chart = ask.chart("map_parts", charts.parts.by_part, rows, title, question=question)
    named = replace(column(attribute), kind="text", vocabulary="")
    return replace(chart, columns={"name": named} | catalogued(("project_count", "invested_wan")))


def _projects(ask: "Asking", attribute: str, chosen: Selection) -> Table:
    """Return the list of the projects that shape and value leave, the largest first."""
    rows = ask("projects", only=chosen.project_ids, most=MOST_ROWS)
    title = text("inside.list" if chosen.shape else "inside.list_all")
    if chosen.part is not None:
        title = text("inside.list_part", place=title, name=part_label(attribute, chosen.part))
    return Table(
        "map",
        ask.captioned(title),
        rows,
        catalogued(_COLUMNS),
        partial(ask.whole, "projects", only=chosen.project_ids),
        text("pages.first_rows", count=len(rows)) if len(rows) == MOST_ROWS else "",
        question=ask.question("projects", only=chosen.project_ids),
    )
