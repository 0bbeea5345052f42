"""A file on the Data page: what the upload takes, and that a file checked there is stored as it was checked."""

import pytest

from parkatlas import intake
from parkatlas.filetypes import KINDS
from parkatlas.ui.imports import form
from parkatlas.ui.kit import store
from tests.pages import making, toy


class Upload:
    """A file as the page gets it."""

    def __init__(self, name):
        self.name = name


@pytest.fixture
def region(tmp_path):
    """A county of its own, which takes files in."""
    return toy.county(tmp_path)


@pytest.fixture
def readings(monkeypatch):
    """The names of the files that are read, one by one."""
    names, reading = [], intake.reading
    monkeypatch.setattr(intake, "reading", lambda offer, *rest: names.append(offer.file_name) or reading(offer, *rest))
    return names


def page_of(show, region, kind):
    """Return the Data page with a kind of file chosen."""
    page = show(region, "imports")
    page.app.session_state["import_kind"] = kind
    return page.run()


@pytest.mark.parametrize("kind", ["parks", "ledger", "layers"])
def test_the_upload_takes_all_that_the_command_line_takes(show, county, kind):
    uploader = page_of(show, county, kind).app.file_uploader[0]
    assert set(uploader.allowed_type) >= {ending for each in KINDS[kind].formats for ending in each.endings}


def test_a_file_checked_and_stored_on_the_page_is_read_once(show, region, readings, tmp_path):
    july = making.table(tmp_path / "七月.csv", toy.ONE).read_bytes()
    page = page_of(show, region, "ledger")
    page.app.file_uploader[0].upload("七月.csv", july)
    page.run().widget("button", "check-upload").click()
    page.run().widget("button", "store-upload").click()
    page.run()
    assert readings == ["七月.csv"]
    assert store.workspace().ask("imports")["file_name"][0] == "七月.csv"


@pytest.mark.parametrize(
    ("names", "first"),
    [
        (["a.csv"], "a.csv"),
        (["parks.dbf", "Parks.SHP", "parks.prj"], "Parks.SHP"),
        (["a.shp", "b.dbf"], None),
        (["a.shp", "a.dbf", "A.dbf"], None),
        (["a.csv", "b.csv"], None),
        (["a.csv", "a.csv"], None),
    ],
)
def test_only_files_of_one_name_are_taken_together_the_main_one_first(names, first):
    uploads = form.main_first([Upload(name) for name in names])
    assert [each.name for each in uploads[:1]] == ([first] if first else [])
    assert len(uploads) == (len(names) if first else 0)
