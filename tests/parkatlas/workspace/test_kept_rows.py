"""A file that was taken in stays so, whatever later rules or less memory make of it."""

import pytest

from parkatlas import intake
from parkatlas.errors import InputRefused, UnknownImport, WorkspaceDamaged
from parkatlas.workspace import Workspace, database, journal, replay, rereading
from tests.parkatlas.workspace import making


@pytest.fixture
def stricter(monkeypatch):
    """A later release whose rules refuse every file."""

    def refuse(offer, *_):
        finding = intake.Finding("error", "file_empty", offer.file_name)
        raise InputRefused(intake.Report(offer.file_name, (finding,)))

    monkeypatch.setattr(intake, "RULES", intake.RULES + 1)
    monkeypatch.setattr(intake, "reading", refuse)


@pytest.mark.usefixtures("stricter")
def test_a_stricter_reader_locks_no_workspace(directory):
    with Workspace(directory) as workspace:
        stored = making.tables(workspace)
    database.remove(directory / database.FILE)
    with Workspace(directory) as again:
        assert making.tables(again) == stored


def test_lost_rows_are_read_again_while_the_rules_are_the_same(directory):
    harm_rows(directory, 3)
    with Workspace.rebuild(directory) as rebuilt:
        assert len(rebuilt.ask("projects")) == 2
        assert [(fault, number) for fault, _, number in rebuilt.check()] == [("rows_missing", 3)]


@pytest.mark.usefixtures("stricter")
def test_rows_that_are_lost_under_other_rules_are_named(directory):
    harm_rows(directory, 3)
    with pytest.raises(WorkspaceDamaged, match="第 3 号导入") as damaged:
        Workspace.rebuild(directory)
    assert damaged.value.cure == "restore"
    with Workspace(directory) as still_open:
        assert len(still_open.ask("projects")) == 2


def harm_rows(directory, import_id):
    entry = making.journal(directory)[import_id - 1]
    (directory / "rows" / entry["rows"]["projects"]).unlink()


def test_every_import_says_by_which_rules_it_was_read(directory):
    assert {entry["rules"] for entry in making.journal(directory)} == {intake.RULES}


def test_rereading_by_the_same_rules_changes_nothing(workspace):
    assert [one.is_same for one in workspace.reread()] == [True] * 4


@pytest.mark.usefixtures("stricter")
def test_rereading_by_stricter_rules_shows_the_refusal_and_stores_nothing(workspace):
    before = making.tables(workspace)
    (comparison,) = workspace.reread(3)
    assert (comparison.import_id, comparison.is_same, len(comparison.refusal.errors)) == (3, False, 1)
    assert making.tables(workspace) == before


def test_rereading_by_other_rules_shows_the_cells_that_differ(workspace, monkeypatch):
    read = replay.Replay.read_original

    def in_other_units(self, entry):
        taken = read(self, entry)
        rows = taken.tables["projects"]
        changed = rows.set_column(rows.column_names.index("land_mu"), "land_mu", [[150.0, 10.0]])
        return intake.Intake(taken.kind, {"projects": changed}, taken.report)

    monkeypatch.setattr(replay.Replay, "read_original", in_other_units)
    (comparison,) = workspace.reread(3)
    assert (comparison.changed_cells, comparison.examples) == (1, (rereading.Cell(1, "land_mu", 10, 150),))


def test_an_import_that_is_not_there_cannot_be_reread(workspace):
    with pytest.raises(UnknownImport):
        workspace.reread(99)


def test_rebuild_refuses_where_the_tables_hold_more_than_the_journal(directory):
    lines = (directory / "journal.jsonl").read_bytes().splitlines(keepends=True)
    for remaining in (lines[:3], []):
        (directory / "journal.jsonl").write_bytes(b"".join(remaining))
        with pytest.raises(WorkspaceDamaged, match="缺少第"):
            Workspace.rebuild(directory)
        assert isinstance(database.journal_lines(directory / database.FILE), list)
        assert len(database.journal_lines(directory / database.FILE)) == 4


def test_without_tables_an_empty_journal_beside_originals_is_damage(directory):
    (directory / "journal.jsonl").unlink()
    database.remove(directory / database.FILE)
    for attempt in (Workspace, Workspace.rebuild):
        with pytest.raises(WorkspaceDamaged, match="原始文件仍在") as damaged:
            attempt(directory)
        assert damaged.value.cure == "restore"


def test_tables_that_could_not_be_read_stay_beside_those_made_anew(directory):
    (directory / database.FILE).write_bytes(b"x" * 4096)
    Workspace.rebuild(directory).close()
    assert (directory / "unreadable.duckdb").read_bytes() == b"x" * 4096
    (directory / database.FILE).write_bytes(b"y" * 4096)
    Workspace.rebuild(directory).close()
    assert (directory / "unreadable.duckdb").read_bytes() == b"x" * 4096
    assert (directory / "unreadable-2.duckdb").read_bytes() == b"y" * 4096


def test_a_rebuild_that_is_not_proven_leaves_the_old_tables(directory, monkeypatch):
    monkeypatch.setattr(replay.changes, "store_import", lambda *_: None)
    before = (directory / database.FILE).read_bytes()
    with pytest.raises(WorkspaceDamaged, match="原有数据表未动"):
        Workspace.rebuild(directory)
    assert (directory / database.FILE).read_bytes() == before


def test_rows_that_are_not_those_of_the_journal_make_no_tables(directory):
    entries = [{key: entry[key] for key in entry.keys() - {"hash"}} for entry in making.journal(directory)]
    changes = ({"row_count": 77}, {"rows": {"projects": entries[0]["rows"]["units"]}, "row_count": 2})
    for change in changes:
        journal.write_anew(directory, journal.chain([*entries[:2], entries[2] | change, entries[3]]), aside="aside")
        database.remove(directory / database.FILE)
        with pytest.raises(WorkspaceDamaged, match="第 3 号导入留存的数据行与日志所记不符"):
            Workspace(directory)


def test_a_failed_import_leaves_no_file_that_the_journal_does_not_name(directory, tmp_path, monkeypatch):
    before = making.prints(directory)
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with Workspace(directory) as workspace:
        monkeypatch.setattr(replay.changes, "store_import", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            making.take(workspace, "ledger", file, "2026-03")
    assert making.prints(directory).keys() == before.keys()


def test_a_file_being_read_makes_nobody_wait(workspace, tmp_path):
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with workspace._incoming(making.offer("ledger", file, "2026-03")):
        workspace.undo(4)
    assert workspace.revision == 5


def test_a_shapefile_whose_parts_differ_in_case_is_kept_whole(directory, tmp_path):
    making.shapefile(tmp_path / "parks.shp", "北园")
    (tmp_path / "parks.shp").rename(tmp_path / "Parks.shp")
    with Workspace(directory) as workspace:
        workspace.import_file(intake.Offer(tmp_path / "Parks.shp", "parks", "Parks.shp"))
    entry = making.journal(directory)[-1]
    assert {ending for ending, _ in entry["files"]} >= {".shp", ".dbf", ".shx", ".prj"}
    (directory / "rows" / entry["rows"]["parks"]).unlink()
    with Workspace.rebuild(directory) as rebuilt:
        assert rebuilt.ask("parks")["park_name"].tolist() == ["北园"]
