"""Write the tables of docs/ that the tree knows better: `python -m scripts.docs_tables`.

docs/queries.md: what each query answers, as its file says; the Chinese column stays as it is written there.
docs/architecture.md: what each room imports; rooms and their words stay as they are written there.
"""

import re
from collections import defaultdict
from pathlib import Path

from tests.conventions.project import ROOT, layer, layers_imported, product

QUERIES = ROOT / "docs" / "queries.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
# What stands in the Chinese column of a query that is new; a test wants words there.
UNSAID = "…"
INSIDE = {"__init__", "__main__"}
_QUERY = re.compile(r"^\| `([^`]+)` \| .*? \| (.*?) \|$", re.MULTILINE)
_ROOM = re.compile(r"^(\| `([^`]+)` \| .* \| )[^|]* \|$", re.MULTILINE)
_TITLE = """\
# Queries 查询

Every question that the pages put to the data, and that `parkatlas ask NAME` answers at the prompt; `parkatlas queries`
lists their parameters. Each is one file, `queries/NAME.sql`, its head a contract. `python -m scripts.docs_tables`
writes this page from the files; only the Chinese column is written here.

| query 查询 | answers | 内容 |
| --- | --- | --- |
"""


def headlines() -> dict[str, str]:
    """Return the sentence that each query's file opens with, by the query's name."""
    return {path.stem: _sentence(path) for path in sorted((ROOT / "queries").glob("*.sql"))}


def chinese() -> dict[str, str]:
    """Return the Chinese sentences that the page of queries has, by the query's name."""
    return dict(_QUERY.findall(QUERIES.read_text(encoding="utf-8")))


def queries() -> str:
    """Return the page of queries as the tree would have it."""
    translations = chinese()
    rows = (f"| `{name}` | {sentence} | {translations.get(name, UNSAID)} |\n" for name, sentence in headlines().items())
    return _TITLE + "".join(rows)


def rooms() -> dict[str, set[str]]:
    """Return the rooms of the house, each with those it imports."""
    imported: dict[str, set[str]] = defaultdict(set)
    for path in product():
        imported[layer(path)] |= layers_imported(path) - INSIDE
    return {room: imported[room] for room in imported if room not in INSIDE}


def architecture() -> str:
    """Return the page on architecture as the tree would have it."""
    page, imports = ARCHITECTURE.read_text(encoding="utf-8"), rooms()
    order = [room for _, room in _ROOM.findall(page)]
    cells = {room: ", ".join(f"`{name}`" for name in order if name in imports.get(room, ())) or "–" for room in order}
    return _ROOM.sub(lambda row: f"{row[1]}{cells[row[2]]} |", page)


def _sentence(path: Path) -> str:
    """Return the first sentence of a query's first comment, without the query's name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next(index for index, line in enumerate(lines) if line.strip() in {"--", ""} or not line.startswith("--"))
    opening = " ".join(line.removeprefix("--").strip() for line in lines[:end]).removeprefix(f"{path.stem}:").strip()
    return re.split(r"(?<=\.)\s", opening[:1].upper() + opening[1:])[0]


if __name__ == "__main__":
    QUERIES.write_text(queries(), encoding="utf-8")
    ARCHITECTURE.write_text(architecture(), encoding="utf-8")
