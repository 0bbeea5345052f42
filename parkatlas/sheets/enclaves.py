"""Enclaves: who brings projects to whose parks, whether they may enter, and who is credited with them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from parkatlas import charts, formats, terms, words
from parkatlas.messages import text
from parkatlas.sheets.asking import MOST_ROWS, catalogued
from parkatlas.sheets.model import Block, Choice, Offers, Pair, Sheet, Table, Text

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking

FLOWS = (
    "unit_label", "park_label", "host_unit_name", "project_count", "invested_wan", "land_mu", "failing_count",
    "unjudged_count",
)  # fmt: skip
ENTRIES = (
    "project_name", "unit_label", "park_label", "entry_verdict", "entry_lack", "intensity_wan_per_mu",
    "threshold_wan_per_mu", "signed_on", "threshold_origin", "threshold_source", "industry_name",
)  # fmt: skip
_BOOK = ("unit_label", "local_value", "credited_value", "gained_value")
_USUAL_BOOK = "contract_wan"


def offers(ask: "Asking", year: int | None = None, **_: object) -> Offers:
    """Return what may be chosen: the years signed, and the metrics that the books of the one chosen count."""
    return {"year": list(ask("enclave_years")["year"]), "metric": metrics(ask, year)}


def sheet(ask: "Asking", year: int | None = None, metric: str = "") -> Sheet:
    """Return what the page says of the enclaves signed in a year, of all for None; the books count one metric."""
    flows = ask("enclave_flows", year=year)
    finding = words.enclaves.finding(flows)
    if flows.empty:
        return ask.lacking("enclaves", "enclaves", finding)
    question, brought = ask.question("enclave_flows", year=year), words.enclaves.matrix_title(flows)
    share = words.enclaves.largest_title(flows)
    largest = ask.chart("enclaves_largest", charts.enclaves.largest, flows, share, question=question)
    return ask.sheet(
        "enclaves",
        finding,
        words.enclaves.figures(flows),
        [
            Pair(
                (
                    ask.scene("flows_map", flows, FLOWS, question),
                    *(Text(sentence, icon="location_off") for sentence in words.enclaves.without_place(flows)),
                ),
                (largest,),
                (13, 7),
            ),
            ask.chart("enclaves_matrix", charts.enclaves.matrix, flows, brought, question=question),
            ask.table("enclave_flows", "enclaves_flows", FLOWS, year=year),
            _entries(ask, year),
            *_books(ask, year, metric),
        ],
    )


def metrics(ask: "Asking", year: int | None) -> list[str]:
    """Return the metrics that the books of a year count, the usual one first."""
    offered = terms.present("metric", ask("enclave_reconciliation", year=year)["metric"])
    return sorted(offered, key=lambda code: code != _USUAL_BOOK)


def _entries(ask: "Asking", year: int | None) -> Table:
    """Return whether each enclave meets both conditions of entry, with what it lacks."""
    rows = ask("enclave_entries", year=year, most=MOST_ROWS)
    return Table(
        "enclaves_entries",
        ask.captioned(text("pages.enclaves_entries")),
        words.enclaves.with_lack(rows),
        catalogued(ENTRIES),
        lambda: words.enclaves.with_lack(ask.whole("enclave_entries", year=year)),
        text("pages.first_rows", count=len(rows)) if len(rows) == MOST_ROWS else "",
        question=ask.question("enclave_entries", year=year),
    )


def _books(ask: "Asking", year: int | None, metric: str) -> tuple[Block, ...]:
    """Return the two books of a year, stamped, with the line that proves that they add up."""
    totals = ask("enclave_reconciliation", year=year)
    caption = ask.captioned(text("pages.enclaves_books"), is_internal=True)
    if totals.empty:
        empty = totals.assign(**dict.fromkeys(_BOOK))
        return (Table("enclave_books", caption, empty, catalogued(_BOOK), empty.copy),)
    metric = metric or metrics(ask, year)[0]
    total = totals[totals["metric"] == metric].iloc[0]
    counted: dict[str, object] = {"year": year, "metrics": [metric]}
    rows, question = ask("enclave_books", **counted), ask.question("enclave_books", **counted)
    title = words.enclaves.books_title(rows, metric)
    drawn = ask.chart("enclaves_two_books", charts.enclaves.books, rows, title, metric, question=question)
    return (
        Choice("books"),
        Text(
            words.enclaves.reconciliation(total, _span(ask, year)),
            "prose",
            "check_circle" if total["is_balanced"] else "error",
        ),
        replace(drawn, caption=ask.captioned(drawn.caption.title, is_internal=True)),
        Table(
            "enclave_books",
            caption,
            rows.assign(unit_label=rows["unit_label"].map(words.enclaves.unit_name)),
            catalogued(_BOOK),
            lambda: ask.whole("enclave_books", year=year),
            question=question,
            metric=metric,
        ),
    )


def _span(ask: "Asking", year: int | None) -> str:
    """Return the days that the books cover, in words."""
    as_of = ask.scope.as_of
    last = as_of if year in (None, as_of.year) else as_of.replace(year=year, month=12, day=31)
    return text("enclaves.span", first=formats.day(last.replace(month=1, day=1)), last=formats.day(last))
