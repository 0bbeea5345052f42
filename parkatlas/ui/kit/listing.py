"""The lists of projects behind the pipeline's numbers: how the address names them, what they are called, their rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from parkatlas import terms
from parkatlas.messages import text
from parkatlas.ui.kit import data

if TYPE_CHECKING:
    import pandas as pd

_VOCABULARY = {"stage": "stage", "group": "work_group", "gap": "pipeline_gap"}
_YEAR = range(1900, 2200)


@dataclass(frozen=True)
class Listed:
    """One list: a stage (perhaps of the projects begun in a year), a work group, or one that calls for action.

    An empty ``code`` means the projects that state no stage.
    """

    kind: str
    code: str
    year: int | None = None

    @classmethod
    def read(cls, words: str | None) -> Self | None:
        """Return the list that ``stage:signed``, ``stage:signed:2025``, ``group:to_start`` or ``gap:stuck`` names.

        None for anything else: an address is typed by people.
        """
        kind, code, year, *more = ((words or "") + "::").split(":")
        codes = {term.code for term in terms.VOCABULARIES[_VOCABULARY[kind]]} if kind in _VOCABULARY else set()
        is_named = code in codes or (not code and kind in ("stage", "group"))
        is_year = not year or (kind == "stage" and year.isdecimal() and int(year) in _YEAR)
        return cls(kind, code, int(year) if year else None) if is_named and is_year and not any(more) else None

    @property
    def words(self) -> str:
        """The list as the address names it."""
        return f"{self.kind}:{self.code}" + (f":{self.year}" if self.year else "")

    @property
    def label(self) -> str:
        """The list as people call it."""
        name = terms.label(_VOCABULARY[self.kind], self.code) if self.code else text("pipeline.unstated")
        title = text(f"pipeline.list_{self.kind}", name=name)
        return text("pipeline.begun_in", said=title, year=str(self.year)) if self.year else title

    @property
    def params(self) -> dict[str, object]:
        """What the query ``pipeline_projects`` takes to list it."""
        return {"listed": f"{self.kind}:{self.code}", "cohort_year": self.year}

    def rows(self, most: int) -> "pd.DataFrame":
        """Return the list's projects, the largest first, at most so many."""
        return data.ask("pipeline_projects", **self.params, most=most)
