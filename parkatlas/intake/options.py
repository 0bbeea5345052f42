"""What an intake is asked with and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    from parkatlas.intake.report import Report


# The version of the rules by which files are read and checked, kept with every import: one more for each change that
# makes other rows of the same file.
RULES = 1


@dataclass(frozen=True)
class Options:
    """What a person decided about a file; everything left out is found in the file itself.

    ``mapping`` goes from a catalogue field to the file's exact header; ``period`` is the last day of a ledger's month;
    ``layer_name`` and ``layer_kind`` say which constraint layer a file of that kind holds.
    """

    sheet: str | None = None
    crs: str | None = None
    encoding: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    period: date | None = None
    layer_name: str | None = None
    layer_kind: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values, as a journal keeps them."""
        return {
            "sheet": self.sheet,
            "crs": self.crs,
            "encoding": self.encoding,
            "mapping": dict(self.mapping),
            "period": self.period.isoformat() if self.period else None,
            "layer_name": self.layer_name,
            "layer_kind": self.layer_kind,
        }

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> "Options":
        """Return the options that ``to_json`` wrote."""
        period = record.get("period")
        return cls(
            sheet=record.get("sheet"),
            crs=record.get("crs"),
            encoding=record.get("encoding"),
            mapping=dict(record.get("mapping") or {}),
            period=date.fromisoformat(period) if period else None,
            layer_name=record.get("layer_name"),
            layer_kind=record.get("layer_kind"),
        )


@dataclass(frozen=True)
class Offer:
    """A file that a person offers: where it lies, its kind, its name (checked against its content), what was decided.

    ``on_wait`` hears how many files are to be read first, again and again while that is so.
    """

    path: Path
    kind: str
    file_name: str
    options: Options = Options()
    on_wait: Callable[[int], object] = lambda _: None


@dataclass(frozen=True)
class Registers:
    """Names and ids that the workspace's registers hold; None where there is no register yet."""

    units: tuple[str, ...] | None = None
    parks: tuple[str, ...] | None = None
    projects: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Limits:
    """What the reading of one file may cost: memory in megabytes and seconds of time."""

    memory_mb: int = 2048
    seconds: int = 120


@dataclass(frozen=True)
class Intake:
    """A file's checked rows, by table name, and what was found on the way."""

    kind: str
    tables: "dict[str, pa.Table]"
    report: "Report"
