"""The notebook in which the reader of one file writes down what it finds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from parkatlas.intake.quoting import quoted, quoted_all
from parkatlas.intake.report import EXAMPLES, KEPT, Finding
from parkatlas.intake.values import words


class Refused(Exception):  # noqa: N818 - it says what happened, like errors.InputRefused
    """The file cannot be read any further; the notebook says why."""


@dataclass
class Notebook:
    """Findings in the making, of every kind the first ``KEPT``; ``sheet`` is the sheet being read.

    ``counts`` counts all findings by level and code.
    """

    file: str
    sheet: str | None = None
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, level: str, code: str, **about: Any) -> None:
        """Write down one finding; row, column and value say which cell, anything else is its details."""
        self.counts[level, code] += 1
        if self.counts[level, code] > KEPT:
            return
        cell = {name: about.pop(name, None) for name in ("row", "column", "value")}
        cell["value"] = None if cell["value"] is None else quoted(words(cell["value"]))
        if cell["column"]:
            cell["column"] = quoted(words(cell["column"]))  # headers are often broken over lines
        sheet = None if self.sheet is None else quoted(self.sheet)
        self.findings.append(Finding(level, code, self.file, sheet, **cell, details=quoted_all(about)))

    def take_over(self, other: "Notebook") -> None:
        """Write down what stands in another notebook of the same file."""
        for finding in other.findings:
            self.counts[finding.level, finding.code] += 1
            if self.counts[finding.level, finding.code] <= KEPT:
                self.findings.append(finding)
        self.counts.update(other.left_out)

    @property
    def left_out(self) -> dict[tuple[str, str], int]:
        """How many findings of a kind were not kept."""
        return {kind: count - KEPT for kind, count in self.counts.items() if count > KEPT}

    def group(self, level: str, code: str, cells: Sequence[tuple[int | None, Any]], **about: Any) -> None:
        """Write down many alike findings as one: ``cells`` are (row, value) in the order of the file."""
        if not cells:
            return
        examples = [{"row": row, "value": words(value)} for row, value in cells[:EXAMPLES]]
        about = {"count": len(cells), "examples": examples} | about
        self.add(level, code, row=cells[0][0], value=cells[0][1], **about)

    def listed(self, level: str, code: str, examples: Sequence[dict[str, Any]], **about: Any) -> None:
        """Write down alike findings as one that lists them; each has a ``value`` and what it is made of."""
        if examples:
            about |= {"count": len(examples), "examples": list(examples[:KEPT])}
            self.add(level, code, row=examples[0].get("row"), value=examples[0]["value"], **about)

    def refused(self, code: str, **about: Any) -> Refused:
        """Write down an error that ends the reading; return the exception to raise."""
        self.add("error", code, **about)
        return Refused(code)

    def stop_at_errors(self) -> None:
        """End the reading where an error was written down; raises Refused."""
        if self.has_errors:
            raise Refused

    @property
    def has_errors(self) -> bool:
        """Whether anything so far forbids storing the file."""
        return any(level == "error" for level, _ in self.counts)

    def to_records(self) -> list[dict[str, Any]]:
        """Return plain values for the parent process; behind the last one kept of a kind, how many more there are."""
        records = []
        last = {(finding.level, finding.code): finding for finding in self.findings}
        for finding in self.findings:
            records.append(asdict(finding))
            more = self.left_out.get((finding.level, finding.code))
            if more and finding is last[finding.level, finding.code]:
                about = {"count": more, "kept": KEPT}
                records.append(asdict(Finding(finding.level, "left_out", self.file, finding.sheet, details=about)))
        return records
