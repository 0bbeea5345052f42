"""Sheets: what each page says is told without a page, and the same to a browser, a prompt and a program."""

import json

import pytest

from parkatlas import exports, sheets
from parkatlas.ui.kit import data
from parkatlas.ui.kit.markdown import plain
from parkatlas.ui.layout import PAGES
from tests.hostile import MARKED
from tests.pages import conftest as pages
from tests.pages import hostile_county

county, show = pages.county, pages.show
# Pages whose data the county has none of.
WITHOUT = {"campaigns", "peers", "recruiting"}
# What is chosen on a page that says little before, as its sheet and as its address name it.
CHOSEN = {"visit": {"stops": "一厂,三厂"}}
ADDRESS = {"visit": {"stop": ["一厂", "三厂"]}}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A county in which everything that has a name has a hostile one."""
    return hostile_county.make(tmp_path_factory.mktemp("hostile"), MARKED, MARKED.__getitem__, step=1)


def test_every_page_has_a_sheet_and_every_sheet_a_page():
    assert sorted(sheets.PAGES) == sorted(page for *_, page, _ in PAGES)


@pytest.mark.parametrize("name", sheets.PAGES)
def test_a_sheet_says_what_its_page_shows(show, county, name):
    page = show(county, name, **ADDRESS.get(name, {}))
    sheet = sheets.PAGES[name](data.asking(), **CHOSEN.get(name, {}))
    assert page.app.title[0].value == sheet.caption.title
    assert bool(sheet.lacks) == (name in WITHOUT)
    if sheet.lacks:
        return
    assert plain(sheet.finding) in page.text
    assert list(page.figures) == [figure.label for figure in sheet.figures]
    tables = [block for block in sheets.flat(sheet.blocks) if isinstance(block, sheets.Table) and len(block.rows)]
    assert tables
    titles = {header.value for header in page.app.subheader} | {text.value for text in page.app.markdown}
    for table in tables:
        assert any(table.caption.title in title.replace("\\", "") for title in titles), table.key


# Tables that put several of their question's rows into one, or leave out those of others.
WIDE = {"targets_lamps", "targets_required", "target_progress", "people", "park_profiles"}


@pytest.fixture
def asking(monkeypatch):
    """A function: the questions of a workspace within its default scope, without a page."""

    def of(directory):
        monkeypatch.setenv("PARKATLAS_WORKSPACE", str(directory))
        pages.SERVER.serve(directory)
        workspace = pages.SERVER.workspace
        scope = sheets.Scope(workspace.default_day, "planned", workspace.settings.entry.threshold_wan_per_mu)
        return sheets.Asking.of(workspace, scope, workspace.ask, {})

    return of


def sorted_rows(frame):
    return sorted(tuple(map(str, row)) for row in frame.itertuples(index=False, name=None))


@pytest.mark.parametrize("page", sheets.PAGES)
def test_a_table_of_a_sheet_holds_the_rows_of_its_query(asking, county, page):
    for block in sheets.flat(sheets.PAGES[page](asking(county), **CHOSEN.get(page, {})).blocks):
        if isinstance(block, sheets.Table) and block.question.query and block.key not in WIDE:
            params = {name: value for name, value in block.question.params.items() if name != "most"}
            answer = pages.SERVER.workspace.ask(block.question.query, **params)
            shared = [name for name in answer.columns if name in block.rows.columns]
            assert shared, block.key
            assert sorted_rows(block.rows[shared]) == sorted_rows(answer[shared]), block.key


@pytest.mark.parametrize("page", sheets.PAGES)
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_a_sheet_is_written_in_every_form(asking, county, page, form):
    sheet = sheets.PAGES[page](asking(county), **CHOSEN.get(page, {}))
    write = {"text": exports.sheet.to_text, "md": exports.sheet.to_markdown, "json": exports.sheet.to_json}[form]
    text = write(sheet)
    assert sheet.caption.title in text
    if form == "json":
        facts = json.loads(text)
        assert facts["finding"] == sheet.finding
        assert [figure["value"] for figure in facts["figures"]] == [figure.value for figure in sheet.figures]


@pytest.mark.parametrize("page", ["overview", "intensity", "people", "enclaves"])
def test_names_that_try_to_become_markdown_stay_words(asking, hostile, page):
    text = exports.sheet.to_markdown(sheets.PAGES[page](asking(hostile)))
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert rows
    for line in rows:
        cells = line.replace("\\\\", "").replace("\\|", "")
        assert "<" not in cells.replace("\\<", "")
        assert "](" not in cells.replace("\\]", "").replace("\\(", "")
