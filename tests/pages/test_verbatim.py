"""Every text of the corpus on every page and in every export: as it was written, however it will be read."""

import csv
import io
import json
import re
import zipfile
import zlib
from collections import defaultdict

import openpyxl
import pytest
import streamlit as st
from openpyxl.utils.escape import unescape

from parkatlas import charts, maps, words
from parkatlas.exports.studio import Studio
from parkatlas.ui.kit import data, look, panels
from parkatlas.ui.kit.markdown import html, plain
from parkatlas.ui.layout import PAGES
from parkatlas.ui.map import card
from tests.hostile import MARKED, changed, met
from tests.pages import conftest, hostile_county

STATED = ["zone_name", "host_unit_name", "park_industries"]
EVERY = set(range(len(MARKED)))
# How a place has to spell a text for its reader to see it; tests/browser/test_verbatim.py shows that of each spelling.
SPELT = {
    "prose": lambda name: re.sub(r"^:color\[(?!\\)", "", plain(name)),  # as it is spelt within a sentence
    "html": html,
    "chart": charts.text,
    "png": charts.text,
    "csv": lambda name: name.replace("'", ""),
}
# Where on a page all texts are met, beside its prose (chips, the line under the title) and the options of the filters.
FILES = "table xlsx csv"
SHOWN = {
    "overview": f"map png {FILES}",
    "park_map": f"map png {FILES}",
    "park": "png xlsx csv",
    "project": "png xlsx csv",
    "visit": "map",
    "intensity": f"chart png {FILES}",
    "clusters": f"map chart png {FILES}",
    "land": f"map chart png {FILES}",
    "structure": "png xlsx csv",
    "siting": f"map {FILES}",
    "enclaves": f"map chart png {FILES}",
    "targets": f"chart png {FILES}",
    "ranks": f"chart png {FILES}",
    "trend": "",
    "pipeline": f"png {FILES}",
    "campaigns": f"chart png {FILES}",
    "people": FILES,
    "recruiting": f"png {FILES}",
    "peers": f"chart png {FILES}",
    "imports": "xlsx csv",
    "glossary": "xlsx csv",
}
_AT_ONCE = 12  # rows of a chart, which shows the first only of many


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """A county in which everything that has a name, and every project's id, is a text of the corpus with its mark."""
    return hostile_county.make(tmp_path_factory.mktemp("marked"), MARKED, MARKED.__getitem__, step=1)


@pytest.fixture
def taken(monkeypatch):
    """What is taken away from the pages run here, and what their charts show of all rows: words by kind of place."""
    texts = defaultdict(list)
    draw_chart = panels.draw_chart

    def keep(_label, made, file_name="", key="", **_):
        suffix = file_name.rpartition(".")[2]
        if suffix in READ and not key.startswith("template-"):
            texts[suffix].extend(READ[suffix](made() if callable(made) else made))

    def draw_all(block, **how):
        draw_chart(block, **how)
        for first in range(0, len(block.rows), _AT_ONCE):
            some = block.draw(block.rows.iloc[first : first + _AT_ONCE], *block.more, **look.style())
            texts["chart"].extend(strings(json.loads(some.to_json())))

    monkeypatch.setattr(st, "download_button", keep)
    monkeypatch.setattr(Studio, "draw", lambda _, figure, __: json.dumps(figure, default=list).encode())
    monkeypatch.setattr(panels, "draw_chart", draw_all)
    return texts


def cells_of_csv(content):
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [cell.replace("'", "") for row in rows for cell in row]


def cells_of_xlsx(content):
    # Of texts that stand in a table of their own openpyxl takes back what keeps _x0041_ from being a character.
    is_told = "xl/sharedStrings.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell.hyperlink for cell in cells if cell.hyperlink]
    return [cell.value if is_told else unescape(cell.value) for cell in cells if isinstance(cell.value, str)]


def strings(value):
    """Yield every text within lists and dicts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


READ = {"csv": cells_of_csv, "xlsx": cells_of_xlsx, "png": lambda content: list(strings(json.loads(content)))}


def sent(app):
    """Yield what the browser is sent of a page, element by element: the kind of place and its words."""
    for element in conftest._elements(app._tree):
        proto = element.proto
        match element.type:
            case kind if kind in conftest._TABLES:
                cells = element.value[list(proto.column_order)] if proto.column_order else element.value
                yield "table", [*map(str, cells.columns), *(c for c in cells.to_numpy().flat if isinstance(c, str))]
            case "plotly_chart":
                yield "chart", strings(json.loads(proto.spec))
            case "component_instance":
                scenes = [arg.bytes for arg in proto.special_args if arg.key == "scene"]
                yield "map", strings([json.loads(zlib.decompress(scene)) for scene in scenes])
            case "html" | "text" as kind:
                yield kind, [proto.body]
            case kind:
                yield "prose", [str(getattr(proto, name)) for name in ("label", "body", "help") if hasattr(proto, name)]
                options = getattr(proto, "options", ())
                is_read = kind in ("button_group", "radio")
                yield "prose" if is_read else "options", [str(getattr(one, "content", one)) for one in options]


def judged(*places):
    """Return the numbers of the texts met by kind of place; fails where one was changed."""
    numbers, wrong = defaultdict(set), []
    for kind, texts in places:
        for text in set(texts):
            line = text.replace("<br>", "") if kind in ("chart", "png") else text
            numbers[kind] |= met(line)
            wrong += [(kind, *pair) for pair in changed(line, SPELT.get(kind, str))]
    assert wrong == []
    return numbers


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_and_its_exports_show_every_text_as_it_was_written(show, marked, taken, name):
    page = show(marked, name, industries=list(MARKED))
    by_kind = judged(*sent(page.app), *taken.items())
    lacking = {kind: EVERY - by_kind[kind] for kind in ("prose", "options", *SHOWN[name].split())}
    assert not {kind: numbers for kind, numbers in lacking.items() if numbers}


def test_every_page_is_named_here():
    assert set(SHOWN) == {name for *_, name, _ in PAGES}


def test_the_pages_of_single_projects_show_every_text_as_it_was_written(show, marked):
    page, places = show(marked, "project"), []
    for number in range(0, len(MARKED), 8):  # a project shows eight texts
        page.app.query_params["project"] = MARKED[number]
        places += sent(page.run().app)
    assert judged(*places)["html"] == EVERY


def test_a_site_visit_shows_every_text_as_it_was_written(show, marked):
    stops = [MARKED[number] for number in range(0, len(MARKED), 5)]  # a stop shows five
    numbers = judged(*sent(show(marked, "visit", stop=stops).app))
    assert numbers["html"] | numbers["prose"] == EVERY


def test_the_pages_of_single_parks_show_texts_as_they_were_written(show, marked):
    page = show(marked, "park")
    for number in range(0, len(MARKED), 40):
        page.app.query_params["park"] = ids("park")[number]
        assert judged(*sent(page.run().app))["html"]


def test_finding_and_facts_of_every_park_say_texts_as_written(show, marked):
    show(marked, "park")
    asking = data.asking()
    facts, figures = asking("parks").set_index("park_id"), asking("intensity_by_park").set_index("park_id")
    none = asking("park_targets", park_id=""), asking("obstacles_open", parks=[""])
    sentences = [
        [words.places.park(facts.loc[park], figures.loc[park], *none), *map(str, facts.loc[park, STATED])]
        for park in facts.index
    ]
    assert judged(*(("sheet", texts) for texts in sentences))["sheet"] == EVERY


def test_the_cards_beside_the_map_show_every_text_as_it_was_written(show, marked, monkeypatch):
    draw = card.draw

    def draw_all(_):
        for kind, step in (("park", 1), ("project", 8), ("obstacle", 8)):
            for name in ids(kind)[::step]:
                draw(maps.Place(kind, name))

    monkeypatch.setattr(card, "draw", draw_all)
    numbers = judged(*sent(show(marked, "park_map").app))
    assert numbers["html"] | numbers["prose"] == EVERY


def ids(kind):
    query = {"park": "parks", "project": "projects", "obstacle": "obstacles_open"}[kind]
    return list(conftest.SERVER.workspace.ask(query)[f"{kind}_id"])
