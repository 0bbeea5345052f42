"""The Data page tells of the last backup and the last check, and does both at a click."""

import re

import pytest

from parkatlas.ui.imports import keeping
from parkatlas.ui.kit import store
from parkatlas.workspace import Workspace, settings
from tests.pages import toy


@pytest.fixture
def own(tmp_path):
    return toy.county(tmp_path)


def with_folder(directory, folder):
    path = directory / settings.FILE
    path.write_text(path.read_text(encoding="utf-8").replace('folder = "" ', f'folder = "{folder}" '), encoding="utf-8")


def press(page, key):
    page.widget("button", key).click()
    return page.run()


def test_a_new_workspace_has_neither_backup_nor_check(show, own):
    page = show(own, "imports")
    assert "还没有备份。" in page.text
    assert "尚未体检" in page.text


def test_a_check_at_a_click_says_that_all_is_sound(show, own):
    page = press(show(own, "imports"), "check-now")
    assert "最近一次体检" in page.text
    assert "：完好" in page.text


def test_a_fault_is_told_with_what_to_do(show, own):
    next((own / "originals").iterdir()).write_bytes(b"x")
    page = press(show(own, "imports", "en"), "check-now")
    assert re.search(r"\b1 fault\b", page.text)
    assert "Restore it from a backup" in page.text


def test_a_backup_at_a_click_goes_to_the_folder(show, own, tmp_path):
    (tmp_path / "folder").mkdir()
    with_folder(own, tmp_path / "folder")
    page = press(show(own, "imports"), "back-up")
    assert "最近一次备份" in page.text
    assert len(list((tmp_path / "folder").glob("*.zip"))) == 1


def test_a_backup_that_fails_is_told_with_what_to_do(show, own, tmp_path):
    with_folder(own, tmp_path / "gone")
    page = press(show(own, "imports"), "back-up")
    assert "备份盘是否已接上" in page.text


def test_without_a_folder_a_backup_is_downloaded_and_restores(show, own, tmp_path):
    show(own, "imports")
    (tmp_path / "b.zip").write_bytes(keeping._packed())
    with Workspace.restore(tmp_path / "b.zip", tmp_path / "V") as restored:
        assert restored.revision == store.workspace().revision
    assert store.workspace().notes.care.backed is None
