"""The form of a journal's entries: what each must say, and which imports it may speak of."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, ValidationError, model_validator

from parkatlas.filetypes import KINDS

_MOST = 1 << 53  # numbers beyond are no longer whole in every program that reads them
Count = Annotated[StrictInt, Field(ge=0, le=_MOST)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Suffix = Annotated[str, Field(pattern=r"^(\.[^/\x00]+)?$")]  # a file's ending, which a copy of it is named by


def _time(stamp: str) -> str:
    if datetime.fromisoformat(stamp).tzinfo:
        raise ValueError(stamp)
    return stamp


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


def _kind(code: str) -> str:
    if code not in KINDS:
        raise ValueError(code)
    return code


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Options(_Form):
    """What a person decided about a file, as ``intake.Options`` writes it."""

    sheet: str | None = None
    crs: str | None = None
    encoding: str | None = None
    mapping: dict[str, str] | None = None
    period: Annotated[str, AfterValidator(_day)] | None = None
    layer_name: str | None = None
    layer_kind: str | None = None


class Switch(_Form):
    """An undo or a redo; what every entry says."""

    do: str
    import_id: Annotated[StrictInt, Field(ge=1, le=_MOST)]
    at: Annotated[str, AfterValidator(_time)]
    by: str


class FirstImport(Switch):
    """An import of the first format."""

    kind: Annotated[str, AfterValidator(_kind)]
    file_name: str
    files: Annotated[list[tuple[Suffix, Digest]], Field(min_length=1)]
    options: _Options


class Import(FirstImport):
    """An import, with what was kept of its rows."""

    row_count: Count
    warning_count: Count
    rules: Count
    rows: dict[str, Digest]

    @model_validator(mode="after")
    def _has_rows_of_its_kind(self) -> "Import":
        if KINDS[self.kind].table not in self.rows:
            raise ValueError(self.kind)
        return self


class Succession:
    """The imports that the entries of a journal have spoken of so far, and whether they are in force."""

    def __init__(self, imported: type[FirstImport]) -> None:
        """Begin before the first entry, of a journal whose imports have that form."""
        self._imported = imported
        self._active: dict[int, bool] = {}

    def takes(self, entry: dict[str, Any]) -> bool:
        """Tell whether an entry has the right form and may follow those before it; it is then one of them."""
        is_import = entry["do"] == "import"
        try:
            number = (self._imported if is_import else Switch).model_validate(entry).import_id
        except ValidationError:
            return False
        may_follow = self._may_import(number) if is_import else self._may_switch(number, is_redo=entry["do"] == "redo")
        self._active[number] = entry["do"] != "undo"
        return may_follow

    @property
    def _is_first_format(self) -> bool:
        """Whether lines that were never acknowledged may stand between the others; ``upgrade.healed`` leaves them."""
        return self._imported is FirstImport

    def _may_import(self, number: int) -> bool:
        return self._is_first_format or number not in self._active

    def _may_switch(self, number: int, *, is_redo: bool) -> bool:
        return number in self._active and (self._is_first_format or self._active[number] is not is_redo)
