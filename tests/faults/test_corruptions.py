"""A damaged file of a workspace is named and has a way out, or harms nothing; no row is ever wrong."""

import random
import shutil

import pytest

from parkatlas import refusals
from parkatlas.errors import WorkspaceDamaged
from parkatlas.workspace import Workspace, database, journal, originals, rows, settings
from tests.faults import outcomes, work
from tests.parkatlas.workspace import making


def flip(content, chance, _):
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def cut(content, chance, _):
    return content[: chance.randrange(len(content))]


def blank(content, chance, _):
    start, end = sorted(chance.sample(range(len(content) + 1), 2))
    return content[:start] + bytes(end - start) + content[end:]


def swap(content, chance, _):
    """Exchange two pieces: lines of a text, blocks of another file."""
    breaks = b"\n" if content.count(b"\n") > 2 and content[:1].isascii() and b"\0" not in content else None
    size = max(1, len(content) // 9)
    pieces = (
        content.splitlines(keepends=True)
        if breaks
        else [content[at : at + size] for at in range(0, len(content), size)]
    )
    one, other = chance.sample(range(len(pieces)), 2)
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return b"".join(pieces)


def exchange(_, __, other):
    return other


HARMS = (flip, cut, blank, swap, exchange)
FILES = (journal.FILE, database.FILE, originals.FOLDER, rows.FOLDER, settings.FILE)
OF_EACH = 40


@pytest.fixture(scope="session")
def later(county, tmp_path_factory):
    """The county after all changes, with a backup, a workspace of another origin, and the rows of the first."""
    folder = shutil.copytree(county, tmp_path_factory.mktemp("later") / "county")
    with Workspace(folder / "W") as workspace:
        for change in work.CHANGES.values():
            change(workspace, folder)
    other = tmp_path_factory.mktemp("other")
    making.small_county(other)
    with Workspace(other / "W") as workspace:
        making.take(workspace, "parks", making.squares(other / "p.geojson", 北园=0), "2026-02")
    return folder, other / "W", outcomes.sound_rows(folder / "W")


def harmed(name, harm, chance, directory, other):
    """Harm a file of a workspace, one by chance of those in a folder; return its path."""
    place, elsewhere = directory / name, other / name
    if place.is_dir():
        place = chance.choice(sorted(place.iterdir()))
        elsewhere = chance.choice([path for path in sorted(elsewhere.iterdir()) if path.name != place.name])
    place.write_bytes(harm(place.read_bytes(), chance, elsewhere.read_bytes()))
    return place


@pytest.mark.faults(len(FILES) * OF_EACH, 5)
def test_a_damaged_file_is_refused_or_its_rows_stay_whole(case, later, tmp_path):
    chance = random.Random(case)  # noqa: S311 - nothing secret
    name, harm = FILES[case // OF_EACH], HARMS[case % len(HARMS)]
    folder, other, whole = later
    directory = shutil.copytree(folder / "W", tmp_path / "W")
    before = {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()}
    place = harmed(name, harm, chance, directory, other)
    is_harmed = place.read_bytes() != before[place]
    refusal = opened(directory, whole, place.name if is_harmed and name in (originals.FOLDER, rows.FOLDER) else None)
    if refusal:
        assert place.name in refusals.explain(refusal) or isinstance(refusal, WorkspaceDamaged)
        assert cured(refusal, directory, folder, place, before) == whole


def opened(directory, whole, lost):
    """Open a workspace and hold its rows and what it finds at fault; return the refusal where it does not open."""
    try:
        with Workspace(directory) as workspace:
            assert outcomes.rows(workspace) == whole
            assert {digest for _, digest, _ in workspace.check()} == ({lost} if lost else set())
    except refusals.FORESEEN as error:
        return error
    return None


def cured(error, directory, folder, place, before):
    """Do what the refusal says, and return the rows that the workspace has then."""
    if not isinstance(error, WorkspaceDamaged):
        place.write_bytes(before[place])
    elif error.cure == "restore":
        Workspace.restore(folder / "b.zip", directory.with_name("R")).close()
        with Workspace(directory.with_name("R")) as workspace:
            workspace.redo(4)
        return outcomes.sound_rows(directory.with_name("R"))
    else:
        Workspace.rebuild(directory, journal_from_tables=error.cure == "journal").close()
    return outcomes.sound_rows(directory)
