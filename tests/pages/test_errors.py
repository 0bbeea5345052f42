"""What went wrong is said in a sentence with its cure; no trace of the program shows."""

import shutil
from pathlib import Path

import pytest

from parkatlas import queries
from parkatlas.workspace import Workspace


@pytest.fixture
def own(county, tmp_path):
    """A copy of the county's workspace that a test may spoil."""
    return Path(shutil.copytree(county, tmp_path / "own", ignore=shutil.ignore_patterns("control")))


def error_text(page):
    """Return what a page says that shows an error, after a look that it shows nothing of the program."""
    assert "暂时无法显示" in page.words
    assert not [mark for mark in ("Traceback", "line ", "object at 0x") if mark in page.text]
    return page.text


def test_a_damaged_database_names_the_originals_and_the_cure(show, own):
    (own / "parkatlas.duckdb").write_bytes(b"not a database" * 1000)
    words = error_text(show(own))
    assert f"{own}/originals" in words
    assert "rebuild" in words


def test_a_workspace_in_use_says_by_whom(show, own):
    with Workspace(own):
        assert "正被另一个进程" in error_text(show(own))


def test_wrong_settings_name_the_file(show, own):
    (own / "settings.toml").write_text("[entry]\nthreshold_wan_per_mu = -1\n", encoding="utf-8")
    assert f"{own}/settings.toml" in error_text(show(own))


def test_a_wrong_basemap_is_said_on_the_map_while_the_figures_stand(show, own):
    (own / "settings.toml").write_text('[basemap]\nkind = "xyz"\nurl = "no address"\n', encoding="utf-8")
    page = show(own)
    assert "设置文件" in error_text(page)
    assert page.figures["投资强度"][0] == "82.5 万元/亩"


def test_an_unforeseen_error_says_that_the_data_are_safe(show, county, monkeypatch):
    def fall(*_args, **_kwargs):
        raise ZeroDivisionError("secret at 0xdeadbeef")

    page = show(county)
    monkeypatch.setattr(queries, "run", fall)
    words = page.choose("parks", "西园").text
    assert "已存数据未受影响" in words
    assert "secret" not in words
