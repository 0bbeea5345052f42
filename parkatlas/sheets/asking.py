"""One scope and its questions: what a sheet asks, and the blocks that it makes of the answers."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from parkatlas import formats, queries, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets.computed import Computed
from parkatlas.sheets.model import Chart, Facts, Question, Scene, Sheet, Table
from parkatlas.words import Caption

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

    from parkatlas.columns import Column
    from parkatlas.words.sentences import KeyFigure

MOST_ROWS = 500  # shown of a long table; its exports hold all
# A sheet of a workbook holds 2 ** 20 rows; title, caption and header take three of them.
WORKBOOK_ROWS = 2**20 - 3
# Filter → the column whose label it bears.
LISTS = {"parks": "park_name", "units": "unit_name", "industries": "industry_name", "stages": "stage"}

Rows = Callable[..., "pd.DataFrame"]


@dataclass(frozen=True)
class Scope:
    """What the shared filters say: the day, the basis, the threshold in 万元/亩, and lists, None where all count."""

    as_of: date
    basis: str
    threshold: float
    parks: list[str] | None = None
    units: list[str] | None = None
    industries: list[str] | None = None
    stages: list[str] | None = None

    def params(self, query: str) -> dict[str, object]:
        """Return the parameters that a query declares of these."""
        declared = queries.find(query).param_names
        return {name: value for name, value in asdict(self).items() if name in declared}

    def words(self, choices: Mapping[str, Mapping[str, str]]) -> str:
        """Return the scope in words: all, or what is chosen; ``choices`` as ``filter_choices`` offers them."""
        parts = [
            f"{column(labelled_by).label}：{text('pages.list_comma').join(labels(name, chosen, choices.get(name, {})))}"
            for name, labelled_by in LISTS.items()
            if (chosen := getattr(self, name))
        ]
        return text("pages.scope_comma").join(parts) or text("pages.scope_all")


def labels(name: str, chosen: Sequence[str], choices: Mapping[str, str]) -> list[str]:
    """Return the labels of a filter's chosen values."""
    by_choice = unique_labels(name, choices)
    return [by_choice.get(choice, choice) for choice in chosen]


def unique_labels(name: str, choices: Mapping[str, str]) -> dict[str, str]:
    """Return each choice's label; where two have the same, with their ids."""
    labels = {choice: _label(name, label) for choice, label in choices.items()}
    often = Counter(labels.values())
    return {choice: f"{label} ({choice})" if often[label] > 1 else label for choice, label in labels.items()}


def _label(name: str, label: str) -> str:
    if not label:
        return text("pages.none_stated")
    return terms.label("stage", label) if name == "stages" else label


class Asking:
    """Asks within one scope and makes blocks.

    ``ask`` gives small results, which may be kept; ``read`` gives every row, for a file. ``about`` is the caption that
    all blocks share, but for their titles; ``settings`` are those of the workspace; ``computed`` answers what no query
    does.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that a sheet is made of
        self, scope: Scope, ask: Rows, read: Rows, about: Caption, settings: Any, computed: Computed
    ) -> None:
        self.scope, self.about, self.settings, self.computed = scope, about, settings, computed
        self._ask, self._read = ask, read

    @classmethod
    def of(
        cls,
        workspace: Any,
        scope: Scope,
        ask: Rows,
        choices: Mapping[str, Mapping[str, str]],
        computed: type[Computed] = Computed,
    ) -> "Asking":
        """Return the questions of a workspace (``parkatlas.workspace.Workspace``) within a scope.

        ``ask`` gives its small results, ``choices`` what the filters offer, by filter each choice's label; ``computed``
        is the class that computes.
        """
        region = workspace.settings.region
        unreported = ask("unreported_totals", **scope.params("unreported_totals"))
        about = Caption(
            title="",
            as_of=scope.as_of,
            basis=terms.label("basis", scope.basis),
            scope=scope.words(choices),
            source=region.name,
            is_example=region.is_example,
            unreported=int(unreported["unreported_count"].iloc[0]),
        )
        return cls(scope, ask, workspace.ask, about, workspace.settings, computed(workspace, scope))

    def __call__(self, query: str, **params: object) -> "pd.DataFrame":
        """Return the rows of a query; ``params`` override those of the scope."""
        return self._ask(query, **self.scope.params(query) | params)

    def whole(self, query: str, **params: object) -> "pd.DataFrame":
        """Return the rows of a query as an export holds them: all, and not kept."""
        return self._read(query, **self.scope.params(query) | params)

    def captioned(self, title: str, *, is_internal: bool = False) -> Caption:
        """Return what a block of this scope carries."""
        return Caption(**{**asdict(self.about), "title": title, "is_internal": is_internal})

    def question(self, query: str, **params: object) -> Question:
        """Return a query with all its parameters, those of the scope too."""
        return Question(query, self.scope.params(query) | params)

    def sheet(
        self, page: str, finding: str = "", figures: "Sequence[KeyFigure]" = (), blocks: Sequence[Any] = ()
    ) -> Sheet:
        """Return the sheet of a page, without the blocks that are None."""
        kept = tuple(block for block in blocks if block is not None)
        return Sheet(page, self.captioned(text(f"pages.{page}")), finding, tuple(figures), kept)

    def lacking(self, page: str, lack: str, finding: str = "") -> Sheet:
        """Return the sheet of a page that has nothing to show until ``lack`` is taken in."""
        return Sheet(page, self.captioned(text(f"pages.{page}")), finding, lacks=lack)

    def chart(
        self,
        key: str,
        draw: "Callable[..., Figure]",
        rows: "pd.DataFrame",
        finding: str,
        *more: object,
        question: Question = Question(),  # noqa: B008 - holds nothing
    ) -> Chart:
        """Return a chart of rows under what they show; ``key`` names it on its page and in the catalogues."""
        return Chart(key, self.captioned(text(f"pages.{key}")), rows, draw, finding, more, question)

    def query_chart(
        self,
        key: str,
        draw: "Callable[..., Figure]",
        query: str,
        *more: object,
        find: "Callable[..., str] | None" = None,
        **params: object,
    ) -> Chart:
        """Return a chart of a query's rows; ``find`` says what they show, else its title stands over it."""
        rows = self(query, **params)
        finding = find(rows, *more) if find else text(f"pages.{key}")
        return self.chart(key, draw, rows, finding, *more, question=self.question(query, **params))

    def table(
        self, query: str, key: str, columns: Sequence[str], caption: Caption | None = None, **params: Any
    ) -> Table:
        """Return a table of a query's rows, those columns that matter first and only; its file holds all of both."""
        is_long = "most" in queries.find(query).param_names
        rows = self(query, **params, most=MOST_ROWS) if is_long else self(query, **params)
        is_cut = is_long and len(rows) == MOST_ROWS
        return Table(
            key,
            caption or self.captioned(text(f"pages.{key}")),
            rows,
            catalogued(columns),
            partial(self.whole, query, **params),
            text("pages.first_rows", count=len(rows)) if is_cut else "",
            # A table of projects cut for the screen may hold all of them, and a nation has more than Excel has rows.
            is_cut and int(self("overview_totals")["project_count"].iloc[0]) > WORKBOOK_ROWS,
            self.question(query, **params),
        )

    def rows_table(
        self,
        rows: "pd.DataFrame",
        key: str,
        columns: Sequence[str],
        question: Question = Question(),  # noqa: B008 - holds nothing
    ) -> Table:
        """Return a table of rows that the sheet holds whole."""
        first_rows = rows.head(MOST_ROWS)
        return Table(
            key,
            self.captioned(text(f"pages.{key}")),
            first_rows,
            catalogued(columns),
            rows.copy,
            text("pages.first_rows", count=len(first_rows)) if len(first_rows) < len(rows) else "",
            len(rows) > WORKBOOK_ROWS,
            question,
        )

    def facts(self, key: str, title: str, row: "pd.Series[Any]", names: Sequence[str], question: Question) -> Facts:
        """Return the labels and values of one row, those that are stated of the columns named."""
        stated = (name for name in names if not formats.is_none(row[name]))
        pairs = tuple((column(name).label, formats.cell(name, row[name])) for name in stated)
        return Facts(key, self.captioned(title), pairs, row, question)

    def scene(self, key: str, rows: "pd.DataFrame", columns: Sequence[str], question: Question = Question()) -> Scene:  # noqa: B008 - holds nothing
        """Return a map that shows rows."""
        return Scene(key, self.captioned(text(f"pages.{key}")), rows, catalogued(columns), question)


def catalogued(columns: Sequence[str]) -> "dict[str, Column]":
    """Return columns of the catalogue by their names."""
    return {name: column(name) for name in columns}
