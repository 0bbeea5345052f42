"""What was found in a file: errors, warnings and notes, each with its place and, where there is one, its cure."""

from dataclasses import asdict, dataclass, field
from typing import Any

from parkatlas import messages, terms
from parkatlas.columns import CATALOGUE

MOST_WORDED = 5  # examples a message spells out
EXAMPLES = 20  # examples a finding keeps
KEPT = 200  # findings of a kind a report keeps
NAMED = 30  # entries of a list that a message names


@dataclass(frozen=True)
class Finding:
    """One thing found; ``row`` and ``value`` are the first place of ``details["count"]`` alike ones.

    ``row`` is counted as the file's own program counts (from 1). ``details["examples"]`` holds further places.
    """

    level: str
    code: str
    file: str = ""
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where it stands, in the language in use: sheet, row and column, as far as they are known."""
        parts = [
            messages.text(f"intake.place_{name}", **{name: str(value)})
            for name in ("sheet", "row", "column")
            if (value := getattr(self, name)) is not None
        ]
        return messages.text("intake.place_comma").join(parts) or self.file

    @property
    def message(self) -> str:
        """What is the matter, in the language in use."""
        sentence = messages.text(f"intake.{self.code}", **self._values())
        count, examples = self.details.get("count", 1), self.details.get("examples", ())
        if count > 1 and len(examples) > 1:
            sentence += messages.text(
                "intake.more", count=count, examples=_listed(map(_example, examples[:MOST_WORDED]))
            )
        return sentence

    @property
    def cure(self) -> str:
        """What to do about it, in the language in use; empty where nothing need be done."""
        key = f"intake.{self.code}_cure"
        return messages.text(key, **self._values()) if messages.find(key) else ""

    def __str__(self) -> str:
        sentence = messages.text("intake.place_colon").join(filter(None, (self.place, self.message)))
        return " ".join(filter(None, (sentence, self.cure)))

    def to_json(self) -> dict[str, Any]:
        """Return code, place, value, message and cure, worded in the language in use."""
        return asdict(self) | {"place": self.place, "message": self.message, "cure": self.cure}

    def _values(self) -> dict[str, Any]:
        worded = {name: _worded(name, value) for name, value in self.details.items()}
        cell = {"file": self.file, "sheet": self.sheet, "row": self.row, "column": self.column, "value": self.value}
        quoted = {name: value if value is None else str(value) for name, value in cell.items()}
        return {"count": 1, "nearest": messages.text("intake.no_nearest")} | worded | quoted


@dataclass(frozen=True)
class Report:
    """All findings about one file; errors come first."""

    file: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended before anything is stored."""
        return tuple(finding for finding in self.findings if finding.level == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What was taken in but should be looked at."""
        return tuple(finding for finding in self.findings if finding.level == "warning")

    def to_json(self) -> dict[str, Any]:
        """Return counts and worded findings, in the language in use."""
        return {
            "file": self.file,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "findings": [finding.to_json() for finding in self.findings],
        }

    def to_records(self) -> list[dict[str, Any]]:
        """Return the findings without wording, to be kept and worded later."""
        return [asdict(finding) for finding in self.findings]

    @classmethod
    def from_records(cls, file: str, records: list[dict[str, Any]]) -> "Report":
        """Return the report that ``to_records`` wrote."""
        order = {"error": 0, "warning": 1, "note": 2}
        findings = sorted((Finding(**record) for record in records), key=lambda finding: order[finding.level])
        return cls(file, tuple(findings))

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings if finding.level != "note")


def _example(example: dict[str, Any]) -> str:
    row = messages.text("intake.place_row", row=str(example["row"])) if example.get("row") is not None else ""
    return " ".join(filter(None, (row, str(example.get("value", "")), _listed(example.get("nearest", ())))))


def _listed(items: Any) -> str:
    return messages.text("intake.list_comma").join(str(item) for item in items)


def _worded(name: str, value: Any) -> Any:
    """Word a detail: fields by their labels, vocabularies by their words, lists by their items."""
    if name == "field":
        return CATALOGUE[value].label
    if name == "fields":
        value = [CATALOGUE[item].label for item in value]
    if name == "pairs":
        value = [f"{header} → {CATALOGUE[item].label}" for header, item in value]
    if name == "kind":
        return terms.label("import_kind", value)
    if name == "layer_kind":
        return terms.label("layer_kind", value)
    if name == "vocabulary":
        value = [term.label for term in terms.VOCABULARIES[value]]
    if isinstance(value, list | tuple):
        more = messages.text("intake.list_more", count=len(value)) if len(value) > NAMED else ""
        return (_listed(value[:NAMED]) or messages.text("intake.no_nearest")) + more
    return f"{value:,.6g}" if isinstance(value, float) else value
