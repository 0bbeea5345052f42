"""Which column of a table is which field, by label, alias or explicit mapping, and in which unit."""

from dataclasses import dataclass
from functools import cache

from rapidfuzz import process

from parkatlas.columns import BARE_NAMES, CATALOGUE
from parkatlas.filetypes import KINDS
from parkatlas.intake.ceilings import LIKENED, NAME_LONGEST
from parkatlas.intake.notebook import Notebook
from parkatlas.intake.scales import SCALES, is_unit, normal, split, units_in

HEADER_WITHIN = 30  # rows in which the header must stand
LIKE = 50  # similarity (0-100) from which a name is worth offering


@dataclass(frozen=True)
class Match:
    """A field matched to a header: the header's index and text, and one of its unit in the catalogue's unit.

    ``stated`` is False where neither header nor title says the unit. ``units`` are those that header or title say of a
    field whose unit hangs on another one, such as a target's on its metric.
    """

    field: str
    index: int
    header: str
    factor: float = 1.0
    stated: bool = True
    units: tuple[str, ...] = ()


@cache
def names_of(kind: str) -> dict[str, tuple[str, int]]:
    """Return every normalised header that means a field of this kind, with its rank (the lower, the surer)."""
    meanings: dict[str, tuple[str, int]] = {}
    for field in KINDS[kind].columns:
        column = CATALOGUE[field]
        own = (*column.labels, field, *column.aliases)
        for rank, name in enumerate(own):
            for form in {normal(name), split(name)[0]}:
                if form not in meanings or meanings[form][1] > rank:
                    meanings[form] = (field, rank)
        for label, unit in zip(column.labels, column.unit_labels, strict=True):
            meanings[normal(f"{label}({unit})")] = (field, 0)
    for name in BARE_NAMES:
        meanings.setdefault(name, (KINDS[kind].columns[0], 50))
    return meanings


def nearest(word: str, names: list[str] | tuple[str, ...], limit: int = 3) -> list[str]:
    """Return the names most like ``word``, best first; empty where none of the first ``LIKENED`` is like it."""
    similar = process.extract(word[:NAME_LONGEST], names[:LIKENED], limit=limit, score_cutoff=LIKE)
    return [name for name, _, _ in similar]


def find_header(head: list[list[str]], kind: str, mapping: dict[str, str]) -> int | None:
    """Return the index of the row that reads most like a header of this kind, None where none has a wanted name."""
    names, mapped = names_of(kind), set(mapping.values())
    subject = KINDS[kind].columns[0]

    def score(row: list[str]) -> float:
        fields = {names[form][0] for cell in row if cell for form in (normal(cell), split(cell)[0]) if form in names}
        hits = sum(cell in mapped for cell in row)
        return len(fields) + 2 * hits + 0.5 * (subject in fields)

    scores = [score(row) for row in head[:HEADER_WITHIN]]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] > 0 else None


def match(headers: list[str], kind: str, mapping: dict[str, str], book: Notebook, above: list[str]) -> dict[str, Match]:
    """Return the fields that the headers hold; ``above`` are units stated over the table.

    Writes down unknown fields and headers of the mapping, units that do not fit, and columns left out.
    """
    taken = _mapped(headers, kind, mapping, book)
    chosen = set(taken.values())
    names, ranks = names_of(kind), dict[str, int]()
    for index, header in enumerate(headers):
        hit = names.get(normal(header)) or names.get(split(header)[0]) if index not in chosen else None
        if hit and hit[0] not in mapping and hit[1] < ranks.get(hit[0], 1000):
            taken[hit[0]], ranks[hit[0]] = index, hit[1]
    _say_what_is_left(headers, taken, book)
    matches = {field: _with_unit(field, index, headers[index], above, book) for field, index in taken.items()}
    missing = [field for field in KINDS[kind].required if field not in matches]
    if missing:
        book.add("error", "column_missing", kind=kind, fields=missing, headers=[h for h in headers if h])
    return matches


def _mapped(headers: list[str], kind: str, mapping: dict[str, str], book: Notebook) -> dict[str, int]:
    taken: dict[str, int] = {}
    for field, header in mapping.items():
        if field not in KINDS[kind].columns:
            book.add("error", "unknown_field", value=field, nearest=nearest(field, KINDS[kind].columns), kind=kind)
        elif header in headers:
            taken[field] = headers.index(header)
        elif (form := normal(header)) in (forms := [normal(name) for name in headers]):
            taken[field] = forms.index(form)
        else:
            present = [name for name in headers if name]
            book.add("error", "unknown_header", value=header, nearest=nearest(header, present), headers=present)
    return taken


def _say_what_is_left(headers: list[str], taken: dict[str, int], book: Notebook) -> None:
    used = set(taken.values())
    left = [header for index, header in enumerate(headers) if header and index not in used]
    pairs = [[headers[index], field] for field, index in taken.items()]
    book.add("note", "columns_taken", pairs=pairs)
    if left:
        book.add("note", "columns_left_out", headers=left)


def _with_unit(field: str, index: int, header: str, above: list[str], book: Notebook) -> Match:
    """Return the match with its factor: the header's unit, else the table's, else the catalogue's."""
    unit = CATALOGUE[field].unit
    if header == field:  # the catalogue's own name says the catalogue's own unit
        return Match(field, index, header)
    scale, stated = SCALES[unit], split(header)[1]
    if stated is None:
        stated = next((word for word in above if word in scale), None)
    if stated is None or not unit:
        return Match(field, index, header, 1.0, stated=False, units=tuple(units_in(header) or above))
    if stated not in scale:
        fault = "unit_unfit" if is_unit(stated) else "unit_unknown"
        book.add("error", fault, column=header, value=stated, field=field, fits=list(scale))
        return Match(field, index, header)
    if scale[stated] != 1:
        book.add("note", "unit_converted", column=header, value=stated, field=field, factor=scale[stated], unit=unit)
    return Match(field, index, header, scale[stated])
