"""Every line of the journal proves the one before it; what was not acknowledged is not in it."""

import errno
import json
import os

import pytest

import parkatlas.workspace as workspaces
from parkatlas.errors import DiskFault, JournalBroken, WorkspaceDamaged, WorkspaceFull, WorkspaceNewer
from parkatlas.workspace import Workspace, database, journal, opening
from tests.parkatlas.workspace import making


def lines_of(directory):
    return (directory / journal.FILE).read_bytes().splitlines(keepends=True)


def put(directory, lines):
    (directory / journal.FILE).write_bytes(b"".join(lines))


def resealed(line, **changed):
    """Return a line with other values and a hash of its own that fits."""
    entry = json.loads(line) | changed
    unhashed = {key: value for key, value in entry.items() if key not in ("hash", "previous", "format")}
    sealed = journal.sealed(unhashed, entry["previous"])
    return journal.written(sealed).encode() + b"\n"


def edited(lines):
    return [lines[0], lines[1].replace(b'"by": "test"', b'"by": "else"'), *lines[2:]]


def flipped(line):
    return line[:9] + bytes([line[9] ^ 1]) + line[10:]


HARMS = {
    "an edited author": (edited, "第 2 行被改动过"),
    "a flipped bit": (lambda lines: [lines[0], flipped(lines[1]), *lines[2:]], "第 2 行"),
    "a missing line in the middle": (lambda lines: [lines[0], *lines[2:]], "第 2 行与上一行接不上"),
    "a missing last line": (lambda lines: lines[:-1], "缺少第 4 至 4 行"),
    "two lines in each other's place": (lambda lines: [lines[1], lines[0], *lines[2:]], "第 1 行与上一行接不上"),
    "a new name and hash": (lambda lines: [*lines[:-1], resealed(lines[-1], file_name="x")], "第 4 行与数据表"),
    "an unknown verb": (lambda lines: [*lines[:-1], resealed(lines[-1], do="erase")], "第 4 行的操作无法识别"),
    "no line at all": (lambda _: [], "缺少第 1 至 4 行"),
}  # fmt: skip


@pytest.mark.parametrize(("harm", "sentence"), HARMS.values(), ids=HARMS)
def test_harm_to_the_journal_is_named_by_line_with_the_way_out(directory, harm, sentence):
    put(directory, harm(lines_of(directory)))
    with pytest.raises(WorkspaceDamaged, match=sentence) as damaged:
        Workspace(directory)
    assert damaged.value.cure == "journal"


@pytest.mark.parametrize("harm", [harm for harm, _ in HARMS.values()], ids=HARMS)
def test_the_journal_is_written_anew_from_the_tables(directory, harm):
    before = lines_of(directory)
    put(directory, harm(before))
    with Workspace.rebuild(directory, journal_from_tables=True) as mended:
        assert mended.check() == []
    assert lines_of(directory) == before
    assert (directory / opening.JOURNAL_ASIDE).read_bytes() == b"".join(harm(before))
    put(directory, before[:1])
    Workspace.rebuild(directory, journal_from_tables=True).close()
    assert (directory / opening.JOURNAL_ASIDE).read_bytes() == b"".join(harm(before))
    assert (directory / "journal-replaced-2.jsonl").read_bytes() == before[0]


def without(*keys):
    return lambda entry: {key: value for key, value in entry.items() if key not in keys}


def saying(**changed):
    return lambda entry: entry | changed


WRONG_FORMS = {
    "no kind": without("kind"), "no number": without("import_id"), "no time": without("at"), "nobody": without("by"),
    "no options": without("options"), "no files": without("files"), "no rows": without("rows"),
    "a strange kind": saying(kind="nope"), "a kind of other rows": saying(kind="units"),
    "a number as text": saying(import_id="3"), "a broken number": saying(import_id=3.5),
    "a switch as number": saying(import_id=True), "a number beyond measure": saying(import_id=1 << 70),
    "a number twice": saying(import_id=2), "an undo of nothing": saying(do="undo", import_id=99),
    "a redo of what stands": saying(do="redo", import_id=2), "options as text": saying(options="x"),
    "a month that is none": saying(options={"period": "2026-13-01"}), "a time that is none": saying(at="yesterday"),
    "a name that is a number": saying(file_name=5), "rules as text": saying(rules="x"),
    "no file at all": saying(files=[]), "a file that leads elsewhere": saying(files=[["/../x", "0" * 64]]),
    "rows without a hash": saying(rows={"projects": "../x"}), "fewer rows than none": saying(row_count=-1),
}  # fmt: skip


@pytest.mark.parametrize("change", WRONG_FORMS.values(), ids=WRONG_FORMS)
def test_a_sealed_entry_of_a_wrong_form_is_named_by_line(pattern, change):
    plain = [without("format", "previous", "hash")(entry) for entry in making.journal(pattern)]
    lines = [journal.written(entry).encode() for entry in journal.chain([*plain[:2], change(plain[2]), plain[3]])]
    with pytest.raises(JournalBroken) as broken:
        journal.checked(lines)
    assert (broken.value.line, broken.value.fault) == (3, "entry_wrong")


@pytest.mark.parametrize("line", [b'{"a": "\\ud800"}', b"[" * 100_000])
def test_a_line_that_no_program_can_read_is_named(line):
    with pytest.raises(JournalBroken, match="line 1: line_unreadable"):
        journal.checked([line])


@pytest.mark.parametrize("attempt", [Workspace, Workspace.create, Workspace.rebuild])
def test_a_sealed_entry_of_a_wrong_form_opens_no_workspace(directory, attempt):
    put(directory, [*lines_of(directory)[:-1], resealed(lines_of(directory)[-1], at="yesterday")])
    with pytest.raises(WorkspaceDamaged, match="第 4 行不合日志格式"):
        attempt(directory)


def test_tables_with_fewer_lines_write_no_journal_anew(directory):
    database.remove(directory / database.FILE)
    with pytest.raises(WorkspaceDamaged) as damaged:
        Workspace.rebuild(directory, journal_from_tables=True)
    assert damaged.value.cure == "restore"
    assert len(lines_of(directory)) == 4


def test_a_line_of_a_later_format_says_that_the_program_is_older(directory, monkeypatch):
    first = json.loads(lines_of(directory)[0])
    unhashed = {key: value for key, value in first.items() if key not in ("hash", "previous", "format")}
    with monkeypatch.context() as later:
        later.setattr(journal, "FORMAT", journal.FORMAT + 1)
        put(directory, [journal.written(journal.sealed(unhashed, journal.START)).encode() + b"\n"])
    with pytest.raises(WorkspaceNewer, match=r"journal\.jsonl:1"):
        Workspace(directory)


FAULTS = {"os.write": errno.ENOSPC, "os.fsync": errno.EIO, "parkatlas.workspace.journal.sync_directory": errno.EIO}


@pytest.mark.parametrize(("call", "number"), FAULTS.items(), ids=FAULTS)
def test_a_failed_append_leaves_no_line_and_frees_its_number(directory, tmp_path, monkeypatch, call, number):
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with Workspace(directory) as workspace:
        before = lines_of(directory)
        with monkeypatch.context() as broken:
            fail_at_the_journal(broken, call, number)
            with pytest.raises((WorkspaceFull, DiskFault)):
                making.take(workspace, "ledger", file, "2026-03")
        assert lines_of(directory) == before
        assert making.take(workspace, "ledger", file, "2026-03").import_id == 5
    with Workspace(directory) as again:
        assert (again.revision, again.check()) == (5, [])


def fail_at_the_journal(patch, call, number):
    """Let a call fail once an entry is being appended, not while files are kept before it."""
    appending = journal.Journal._append

    def append(self, handle, line):
        with pytest.MonkeyPatch.context() as during:
            during.setattr(call, failing(number))
            appending(self, handle, line)

    patch.setattr(journal.Journal, "_append", append)


def failing(number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    return fail


def test_what_a_failed_cut_left_is_cut_before_the_next_append(directory):
    with Workspace(directory) as workspace:
        whole = len(b"".join(lines_of(directory)))
        with (directory / journal.FILE).open("ab") as file:
            file.write(b'{"half": 1}\n{"do": "imp')
        workspace.undo(4)
        assert lines_of(directory)[4][: len(b'{"at"')] == b'{"at"'
        assert len(lines_of(directory)) == 5
        assert len(b"".join(lines_of(directory)[:4])) == whole


def test_a_commit_of_unknown_outcome_is_settled_at_the_next_opening(directory, monkeypatch):
    with Workspace(directory) as workspace:
        monkeypatch.setattr(database, "commit", committed_and(OSError(errno.EIO, "lost")))
        monkeypatch.setattr("parkatlas.workspace._last_line", once_more(lambda: 1 / 0))
        with pytest.raises(DiskFault):
            workspace.undo(4)
    with Workspace(directory) as again:
        assert again.ask("imports")["is_active"].tolist() == [True] * 4
        assert (again.revision, again.check()) == (4, [])
    assert not (directory / journal.UNACKNOWLEDGED).exists()


def committed_and(failure):
    """Commit, then fail as a disk would whose answer never came, or as an interrupt does."""

    def commit(cursor):
        cursor.commit()
        raise failure

    return commit


def once_more(then):
    """Return the last line of the tables when asked first, and do ``then`` when asked once more."""
    real, calls = workspaces._last_line, []

    def last_line(cursor):
        calls.append(cursor)
        return real(cursor) if len(calls) == 1 else then()

    return last_line


def interrupt():
    raise KeyboardInterrupt


def test_an_interrupt_right_after_the_commit_takes_no_line_back(directory, tmp_path, monkeypatch):
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with Workspace(directory) as workspace:
        with monkeypatch.context() as broken:
            broken.setattr(database, "commit", committed_and(KeyboardInterrupt()))
            with pytest.raises(KeyboardInterrupt):
                making.take(workspace, "ledger", file, "2026-03")
        workspace.undo(4)
        assert [entry["import_id"] for entry in workspace.journal.entries()] == [1, 2, 3, 4, 5, 4]
    with Workspace(directory) as again:
        assert (again.revision, again.check()) == (6, [])


def test_an_interrupt_before_the_commit_takes_the_line_and_its_files_back(directory, tmp_path, monkeypatch):
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    before = sorted((directory / "originals").iterdir())
    with Workspace(directory) as workspace:
        monkeypatch.setattr(database, "commit", lambda _: interrupt())
        with pytest.raises(KeyboardInterrupt):
            making.take(workspace, "ledger", file, "2026-03")
        assert len(lines_of(directory)) == 4
    assert sorted((directory / "originals").iterdir()) == before


@pytest.mark.parametrize("commit", [committed_and(KeyboardInterrupt()), lambda _: interrupt()])
def test_after_an_interrupt_of_unknown_outcome_nothing_is_lost(directory, tmp_path, monkeypatch, commit):
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with Workspace(directory) as workspace, monkeypatch.context() as broken:
        broken.setattr(database, "commit", commit)
        broken.setattr("parkatlas.workspace._last_line", once_more(interrupt))
        with pytest.raises(KeyboardInterrupt):
            making.take(workspace, "ledger", file, "2026-03")
    with Workspace(directory) as again:
        assert (again.revision, again.check()) == (5, [])


def test_nothing_is_written_while_journal_and_tables_end_differently(directory, monkeypatch):
    with Workspace(directory) as workspace:
        with monkeypatch.context() as broken:
            broken.setattr(database, "commit", committed_and(KeyboardInterrupt()))
            broken.setattr("parkatlas.workspace._last_line", once_more(interrupt))
            with pytest.raises(KeyboardInterrupt):
                workspace.undo(4)
        before = lines_of(directory)
        with pytest.raises(WorkspaceDamaged) as damaged:
            workspace.undo(3)
        assert (damaged.value.cure, lines_of(directory)) == ("reopen", before)


@pytest.mark.parametrize("harm", [lambda lines: lines[:-1], lambda lines: [*lines[:-1], flipped(lines[-1])]])
def test_nothing_is_appended_to_a_journal_harmed_while_it_is_open(directory, harm):
    with Workspace(directory) as workspace:
        harmed = harm(lines_of(directory))
        put(directory, harmed)
        with pytest.raises(WorkspaceDamaged):
            workspace.undo(4)
        assert lines_of(directory) == harmed


def test_a_journal_read_by_itself_names_its_first_bad_line():
    with pytest.raises(JournalBroken) as broken:
        journal.checked([b"[]"])
    assert (broken.value.line, broken.value.fault) == (1, "line_unreadable")
