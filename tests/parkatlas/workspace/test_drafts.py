"""Drafts are private, small, few and short-lived, and nothing but plain values is read from them."""

import os
import stat

import pytest

from parkatlas.workspace import drafts

ONE, TWO = "1" * 32, "2" * 32
DRAFT = {"siting": {"site_fai": ["20000"], "site_name": ["三期"]}, "import": {"mapping-ledger": {"land_mu": "亩"}}}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def age(tmp_path, draft_id, days):
    path = tmp_path / drafts.FOLDER / f"{draft_id}.json"
    when = path.stat().st_mtime - days * 86_400
    os.utime(path, (when, when))


def test_what_was_kept_is_there_again_under_its_own_id_only(tmp_path):
    drafts.write(tmp_path, ONE, DRAFT)
    assert drafts.read(tmp_path, ONE) == DRAFT
    assert drafts.read(tmp_path, TWO) == {}


def test_a_draft_is_for_its_owner_alone(tmp_path):
    drafts.write(tmp_path, ONE, DRAFT)
    assert mode(tmp_path / drafts.FOLDER) == 0o700
    assert [mode(path) for path in (tmp_path / drafts.FOLDER).iterdir()] == [0o600]


@pytest.mark.parametrize("name", ["", "1" * 31, "../" + "1" * 29, "G" * 32, ONE + "\n", "/etc/passwd"])
def test_an_id_that_is_none_reaches_no_file(tmp_path, name):
    with pytest.raises(ValueError, match=r".*"):
        drafts.read(tmp_path, name)
    with pytest.raises(ValueError, match=r".*"):
        drafts.write(tmp_path, name, DRAFT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"a": 1}', b'{"a": {"b": [1]}}', b'{"a": {"b": {"c": {"d": 1}}}}', b"\xff", b"[" * 60_000],
)
def test_a_file_that_is_no_draft_counts_as_none(tmp_path, content):
    drafts.write(tmp_path, ONE, DRAFT)
    (tmp_path / drafts.FOLDER / f"{ONE}.json").write_bytes(content)
    assert drafts.read(tmp_path, ONE) == {}


def test_a_draft_too_large_is_neither_kept_nor_read(tmp_path):
    large = {"siting": {"site_name": "长" * drafts.MOST_BYTES}}
    assert not drafts.write(tmp_path, ONE, large)
    drafts.write(tmp_path, ONE, DRAFT)
    (tmp_path / drafts.FOLDER / f"{ONE}.json").write_text(f'{{"a": {{"b": "{"x" * drafts.MOST_BYTES}"}}}}')
    assert drafts.read(tmp_path, ONE) == {}


def test_an_old_draft_is_not_read_and_goes_when_the_next_comes(tmp_path):
    drafts.write(tmp_path, ONE, DRAFT)
    age(tmp_path, ONE, drafts.MOST_DAYS + 1)
    assert drafts.read(tmp_path, ONE) == {}
    drafts.write(tmp_path, TWO, DRAFT)
    assert [path.stem for path in (tmp_path / drafts.FOLDER).iterdir()] == [TWO]


def test_of_too_many_drafts_the_oldest_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_DRAFTS", 2)
    names = [str(number) * 32 for number in (1, 2, 3)]
    for days, name in zip((3, 2, 1), names, strict=True):
        drafts.write(tmp_path, name, DRAFT)
        age(tmp_path, name, days)
    assert {path.stem for path in (tmp_path / drafts.FOLDER).iterdir()} == set(names[1:])


def test_a_backup_holds_no_draft(workspace, tmp_path):
    drafts.write(workspace.directory, ONE, DRAFT)
    workspace.backup(tmp_path / "b.zip")
    assert ONE.encode() not in (tmp_path / "b.zip").read_bytes()
