"""The notebook in which the reader of one file writes down what it finds."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from parkatlas.intake.report import KEPT, Finding
from parkatlas.intake.values import words

LISTED = 3000  # examples that a finding lists whole


class Refused(Exception):  # noqa: N818 - it says what happened, like errors.InputRefused
    """The file cannot be read any further; the notebook says why."""


@dataclass
class Notebook:
    """Findings in the making; ``sheet`` is the sheet being read."""

    file: str
    sheet: str | None = None
    findings: list[Finding] = field(default_factory=list)

    def add(self, level: str, code: str, **about: Any) -> None:
        """Write down one finding; row, column and value are its place, anything else its details."""
        place = {name: about.pop(name, None) for name in ("row", "column", "value")}
        place["value"] = None if place["value"] is None else words(place["value"])
        if place["column"]:
            place["column"] = words(place["column"])  # headers are often broken over lines
        self.findings.append(Finding(level, code, self.file, self.sheet, **place, details=about))

    def group(self, level: str, code: str, places: Sequence[tuple[int | None, Any]], **about: Any) -> None:
        """Write down many alike findings as one: ``places`` are (row, value) in the order of the file."""
        if not places:
            return
        examples = [{"row": row, "value": words(value)} for row, value in places[:KEPT]]
        about = {"count": len(places), "examples": examples} | about
        self.add(level, code, row=places[0][0], value=places[0][1], **about)

    def listed(self, level: str, code: str, examples: Sequence[dict[str, Any]], **about: Any) -> None:
        """Write down alike findings as one that lists them whole; each has a ``value`` and what it is made of."""
        if examples:
            about |= {"count": len(examples), "examples": list(examples[:LISTED])}
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
        return any(finding.level == "error" for finding in self.findings)

    def to_records(self) -> list[dict[str, Any]]:
        """Return plain values for the parent process."""
        return [asdict(finding) for finding in self.findings]
