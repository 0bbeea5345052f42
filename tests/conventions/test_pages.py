"""Every page is registered once, under an address that Streamlit's own menu of the folder does not know."""

from pathlib import Path

from parkatlas.ui.frame import PAGES
from tests.conventions.project import ROOT


def test_every_page_of_the_folder_is_registered_and_every_registered_page_is_there():
    folder = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").glob("*.py")}
    assert {file for file, *_ in PAGES} == folder, "name each file of pages/ once in PAGES (parkatlas/ui/frame.py)"


def test_no_page_has_its_file_stem_as_address():
    stems = {Path(file).stem for file, *_ in PAGES}
    clashing = sorted({address for _, address, *_ in PAGES} & stems)
    assert not clashing, f"a first visitor's deep link would meet the folder's own menu; choose others than {clashing}"


def test_no_two_pages_share_an_address():
    addresses = [address for _, address, *_ in PAGES]
    assert len(set(addresses)) == len(addresses), f"give each page an address of its own: {addresses}"
