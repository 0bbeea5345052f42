"""The words of the command line turned into values; a wrong one is refused with those that would be right."""

import math
import os
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from parkatlas import formats, queries, terms
from parkatlas.columns import YEARS, column
from parkatlas.errors import UnknownQuery
from parkatlas.filetypes import KINDS
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkatlas import intake

_MOST = 2**63 - 1  # of a BIGINT
# Parameters whose words come from a closed vocabulary.
_VOCABULARIES = {
    "basis": "basis", "stages": "stage", "metrics": "metric", "pace_by": "pace_by", "lamp_rule": "lamp_rule",
    "unit_group": "unit_group",
}  # fmt: skip


def existing(directory: Path) -> Path:
    """Return the directory of an existing workspace; its contents are checked when it is opened."""
    from parkatlas.workspace import layout  # noqa: PLC0415 - keeps the command line's start short

    if not directory.is_dir() or layout.is_empty(directory):
        raise typer.BadParameter(text("cli.no_workspace", directory=directory), param_hint="--workspace")
    return directory


def check_target(file: Path) -> None:
    """Refuse a file that cannot be written: its directory is missing, or it is a directory itself."""
    if file.is_dir() or not file.parent.is_dir():
        raise typer.BadParameter(text("cli.no_folder", file=file), param_hint="FILE")


def check_text(words: "Iterable[str]") -> None:
    """Refuse words of the command line that are no text: the system passes on any bytes."""
    for word in words:
        try:
            word.encode()
        except UnicodeEncodeError:
            escaped = os.fsencode(word).decode("utf-8", "backslashreplace")
            raise typer.BadParameter(text("cli.not_text", word=escaped)) from None


def as_of(moment: datetime | None) -> date | None:
    """Return the day of the option --as-of; refuses a year that can only be a typing error."""
    if moment and moment.year not in YEARS:
        message = text("cli.day_wrong", value=f"{moment:%Y-%m-%d}", type=_type_label("date"))
        raise typer.BadParameter(message, param_hint="--as-of")
    return moment.date() if moment else None


def address(chosen: str) -> str:
    """Return the address to bind; refuses an empty one, which the system takes for all addresses."""
    if not chosen.strip():
        raise typer.BadParameter(text("cli.no_address"))
    return chosen


def host_names(names: list[str] | None) -> list[str]:
    """Return host names as browsers send them; refuses one with a scheme, a port or a path."""
    return [_host_name(name) for name in names or []]


def fields(kind: str) -> list[dict[str, str]]:
    """Return the fields of a kind of file: name, header and meaning in the language in use."""
    columns = map(column, KINDS[kind].columns)
    return [{"field": field.name, "header": field.header, "meaning": field.meaning} for field in columns]


def import_options(kind: str, decisions: tuple[str, ...], mapping: list[str]) -> "intake.Options":
    """Return the options of an import; ``decisions`` are period, sheet, crs, encoding and layer, each may be empty."""
    from parkatlas import intake  # noqa: PLC0415 - keeps the command line's start short

    period, sheet, crs, encoding, layer = decisions
    if KINDS[kind].asks == "period" and not period:
        raise typer.BadParameter(text("cli.period_missing"), param_hint="--period")
    month = formats.period_end(period) if period else None
    if period and month is None:
        wrong = text("cli.period_wrong", value=period, first=str(YEARS[0]), last=str(YEARS[-1]))
        raise typer.BadParameter(wrong, param_hint="--period")
    pairs: dict[str, str] = {}
    for field, header in (_field(kind, item) for item in mapping):
        if field in pairs:
            raise typer.BadParameter(text("cli.field_twice", field=field), param_hint="--map")
        pairs[field] = header
    name, layer_kind = _layer(kind, layer)
    return intake.Options(
        sheet=sheet or None, crs=crs or None, encoding=encoding or None, mapping=pairs, period=month,
        layer_name=name or None, layer_kind=layer_kind,
    )  # fmt: skip


def param(query: queries.Query, item: str) -> tuple[str, object]:
    """Return a query's parameter and its value from NAME=VALUE; raises UnknownQuery for a name it does not have."""
    name, value = _pair(item, "--param")
    slot = next((declared for declared in query.params if declared.name == name), None)
    if slot is None:
        raise UnknownQuery("param", name, queries.nearest(name, query.param_names))
    sql_type = "YEAR" if name.endswith("year") else slot.sql_type
    try:
        parsed = _VALUES[sql_type](value)
    except ValueError:
        kind = _TYPES[sql_type.removesuffix("[]")]
        message = text("cli.wrong_value", name=name, value=value, type=_type_label(kind))
        raise typer.BadParameter(message, param_hint="--param") from None
    return name, _coded(name, parsed)


def _host_name(name: str) -> str:
    try:
        sent = name.strip().lower().encode("idna").decode()
    except UnicodeError:
        sent = ""
    if not re.fullmatch(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?", sent):
        raise typer.BadParameter(text("gate.host_name_wrong", name=name))
    return sent


def _field(kind: str, item: str) -> tuple[str, str]:
    field, header = _pair(item, "--map")
    if field not in KINDS[kind].columns:
        near = ", ".join(queries.nearest(field, KINDS[kind].columns))
        raise typer.BadParameter(text("cli.unknown_field", field=field, nearest=near), param_hint="--map")
    return field, header


def _layer(kind: str, entry: str) -> tuple[str, str | None]:
    """Return a layer's name and kind from NAME/KIND or NAME; refuses an unknown kind, and a layer of other files."""
    if entry and KINDS[kind].asks != "layer":
        raise typer.BadParameter(text("cli.layer_unfit", kind=kind), param_hint="--layer")
    name, slash, word = entry.rpartition("/")
    if not slash:
        return entry.strip(), None
    term = terms.find("layer_kind", word)
    if term is None:
        codes = ", ".join(codes.code for codes in terms.LAYER_KINDS)
        raise typer.BadParameter(text("cli.unknown_layer_kind", value=word, known=codes), param_hint="--layer")
    return name.strip(), term.code


def _pair(item: str, hint: str) -> tuple[str, str]:
    name, equals, value = item.partition("=")
    if not equals:
        raise typer.BadParameter(text("cli.not_a_pair", value=item), param_hint=hint)
    return name.strip(), value.strip()


def _coded(name: str, value: Any) -> object:
    """Turn words of a vocabulary (codes, labels, aliases) into codes; the empty word stays."""
    if name not in _VOCABULARIES:
        return value
    vocabulary = _VOCABULARIES[name]
    codes = [_code(name, vocabulary, word) for word in (value if isinstance(value, list) else [value])]
    return codes if isinstance(value, list) else codes[0]


def _code(name: str, vocabulary: str, word: str) -> str:
    term = terms.find(vocabulary, word)
    if term is None and (word or name == "basis"):
        codes = ", ".join(term.code for term in terms.VOCABULARIES[vocabulary])
        raise typer.BadParameter(text("cli.unknown_word", name=name, value=word, known=codes), param_hint="--param")
    return term.code if term else ""


def _day(value: str) -> date:
    day = date.fromisoformat(value)
    if day.year not in YEARS:
        raise ValueError(value)
    return day


def _type_label(kind: str) -> str:
    """Return the label of a type of values."""
    return text(f"cli.type_{kind}", first=str(YEARS[0]), last=str(YEARS[-1]), most=str(_MOST))


def _finite(value: str) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _count(value: str) -> int:
    number = int(value)
    if not 0 <= number <= _MOST:
        raise ValueError(value)
    return number


def _year(value: str) -> int:
    if int(value) not in YEARS:
        raise ValueError(value)
    return int(value)


_VALUES: dict[str, Any] = {
    "DATE": _day,
    "DOUBLE": _finite,
    "BIGINT": _count,
    "YEAR": _year,
    "VARCHAR": str,
    "VARCHAR[]": lambda value: value.split(","),
    "BIGINT[]": lambda value: [_count(part) for part in value.split(",")],
    "DOUBLE[]": lambda value: [_finite(part) for part in value.split(",")],
    "DATE[]": lambda value: [_day(part) for part in value.split(",")],
}
_TYPES = {"DATE": "date", "DOUBLE": "number", "BIGINT": "count", "YEAR": "year"}
