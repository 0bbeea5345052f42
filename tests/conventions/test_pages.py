"""Every page is registered once, under an address that Streamlit's own menu does not know; every query has a page."""

from pathlib import Path

import pytest

from parkatlas import queries
from parkatlas.ui.layout import PAGES
from tests.conventions.project import ROOT


def test_the_pages_registered_are_those_of_the_folder():
    folder = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").glob("*.py"))
    assert sorted(file for file, *_ in PAGES) == folder, (
        "name each file of pages/ once in PAGES (parkatlas/ui/layout.py)"
    )


def test_no_page_has_its_file_stem_as_address():
    stems = {Path(file).stem for file, *_ in PAGES}
    clashing = sorted({address for _, address, *_ in PAGES} & stems)
    assert not clashing, f"a first visitor's deep link would meet the folder's own menu; choose others than {clashing}"


def test_no_two_pages_share_an_address():
    addresses = [address for _, address, *_ in PAGES]
    shared = sorted({address for address in addresses if addresses.count(address) > 1})
    assert not shared, f"give each page an address of its own: {shared}"


@pytest.mark.parametrize("folders", [("pages", "parkatlas/sheets", "parkatlas/ui"), ("tests",)], ids=["page", "test"])
def test_every_query_is_used_by_a_page_and_by_a_test(folders):
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in (ROOT / folder).rglob("*.py")]
    assert [name for name in queries.load_all() if not any(f'"{name}"' in text for text in texts)] == []
