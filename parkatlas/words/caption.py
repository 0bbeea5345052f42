"""What every view and export carries: what it shows, as of when, on which basis, of what scope, from whom."""

from dataclasses import dataclass
from datetime import date

from parkatlas import formats, terms
from parkatlas.messages import text


@dataclass(frozen=True)
class Caption:
    """Title, as-of date, basis and scope as shown (or empty), source, whether the data is invented, and for whom it is.

    What is internal says so first of all. ``unreported`` projects count though the newest ledger does not name them.
    """

    title: str
    as_of: date
    basis: str = ""
    scope: str = ""
    source: str = ""
    is_example: bool = False
    is_internal: bool = False
    unreported: int = 0

    @property
    def line(self) -> str:
        """All but the title in one line: 内部 · as-of date · basis · scope · source · 示例数据."""
        parts = (
            terms.label("stamp", "internal") if self.is_internal else "",
            text("exports.as_of", day=formats.day(self.as_of)),
            self.basis,
            self.scope,
            text("exports.unreported", count=self.unreported) if self.unreported else "",
            text("exports.source", source=self.source) if self.source else "",
            text("exports.example") if self.is_example else "",
        )
        return " · ".join(filter(None, parts))
