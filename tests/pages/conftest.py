"""The real app.py run without a browser, on small workspaces that the tests make from files."""

import json
import re
import zlib
from contextlib import suppress
from html import unescape

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from parkatlas import messages
from parkatlas.maps import payload
from parkatlas.ui.kit import store
from tests import declared
from tests.conventions.project import ROOT
from tests.pages import toy

PATIENCE = 60
REGISTERED = {}  # the pages of the app as Streamlit knows them, once one was run


class Page:
    """A page as a visitor sees it: what it says, and what can be done on it."""

    def __init__(self, page, language, address):
        self.language = language if language in messages.LANGUAGES else messages.DEFAULT_LANGUAGE
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
        self.app.query_params.update({"lang": language} | address)
        self.app._registered_pages = REGISTERED or self.run().app._registered_pages
        REGISTERED.update(self.app._registered_pages)
        self.go(page)

    def run(self):
        """Run the page again, after something was chosen."""
        with messages.speaking(self.language):  # AppTest words the options of widgets in the test's own thread
            self.app.run()
        assert not self.app.exception, [error.message for error in self.app.exception]
        return self

    def go(self, page):
        """Go to another page of the same visit, by the name of its file."""
        self.app.switch_page(f"pages/{page}.py")
        return self.run()

    def choose(self, key, *values):
        """Choose values of a filter and run."""
        (widget,) = [widget for widget in self.app.multiselect if widget.key == key]
        with messages.speaking(self.language):
            widget.set_value(list(values))
        return self.run()

    def widget(self, kind, key):
        """Return the widget of a kind (``button``, ``selectbox`` …) with this key."""
        (widget,) = [widget for widget in getattr(self.app, kind) if widget.key == key]
        return widget

    @property
    def words(self):
        """All that the page says outside the sidebar, piece by piece: prose, figures, cells, charts, the map."""
        return [words for element in _elements(self.app.main) for words in _words_of(element) if words.strip()]

    @property
    def text(self):
        """All that the page says, as one text."""
        return "\n".join(self.words)

    @property
    def figures(self):
        """The key figures on top: label → (value with unit, comparison)."""
        matches = re.findall(
            r'"label">([^<]*)</div><div class="value">([^<]*)<span class="unit">([^<]*)</span></div>'
            r'<div class="compared[^"]*">([^<]*)<',
            "".join(html.value for html in self.app.get("html")),
        )
        return {label: (f"{value} {unit}".strip(), compared) for label, value, unit, compared in matches}

    def table(self, title):
        """Return the frame under a subheading."""
        elements = iter(_elements(self.app.main))
        next(element for element in elements if element.type == "subheader" and element.proto.body == title)
        return next(element.value for element in elements if element.type in _TABLES)

    @property
    def scene(self):
        """What the map of the page is told to draw."""
        (scene,) = self.scenes
        return scene

    @property
    def scenes(self):
        """What each map of the page is told to draw, the layers by their names beside the rest."""
        maps = [element for element in _elements(self.app.main) if element.type == "component_instance"]
        sent = [arg.bytes for map_ in maps for arg in map_.proto.special_args if arg.key == "scene"]
        return [scene | scene["layers"] for scene in map(_unpacked, sent)]


def _unpacked(packed):
    scene = json.loads(zlib.decompress(packed))
    assert declared.faults(scene, payload.Scene, "scene") == []
    return scene


def _elements(block):
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _elements(child)
        else:
            yield child


def _words_of(element):
    proto = element.proto
    match element.type:
        case kind if kind in _TABLES:
            config = json.loads(proto.columns or "{}")
            yield from (column["label"] for column in config.values() if column and column.get("label"))
            cells = element.value[list(proto.column_order)] if proto.column_order else element.value
            yield from (cell for cell in cells.to_numpy().flat if isinstance(cell, str))
        case "plotly_chart":
            yield from _strings(json.loads(proto.spec))
        case "component_instance":
            scenes = [arg.bytes for arg in proto.special_args if arg.key == "scene"]
            yield from (words for scene in scenes for words in _strings(_unpacked(scene)))
        case "html":
            yield unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"<style>.*?</style>", "", proto.body, flags=re.DOTALL)))
        case _:
            yield from (
                getattr(proto, name) for name in ("label", "body", "help", "placeholder") if hasattr(proto, name)
            )
            yield from getattr(proto, "options", ()) if element.type != "button_group" else ()


_TABLES = ("arrow_data_frame", "dataframe")
# Parts of a chart or a scene that people read; the rest is styling, ids and coordinates.
_READ = {
    "x",
    "y",
    "text",
    "name",
    "names",
    "title",
    "ticktext",
    "hovertemplate",
    "customdata",
    "label",
    "labels",
    "facts",
}


def _strings(value, *, is_read=False):
    if isinstance(value, str) and is_read:
        yield re.sub(r"%\{[^}]*\}", "", value)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item, is_read=is_read)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, is_read=key in _READ and key != "template")


@pytest.fixture(scope="session")
def county(tmp_path_factory):
    """The toy county's workspace; read it, never change it."""
    return toy.county(tmp_path_factory.mktemp("county"))


@pytest.fixture
def show(monkeypatch):
    """A function: open a page of a workspace in a language under an address, as a fresh visitor."""

    def open_page(directory, page="overview", language="zh_CN", **address):
        monkeypatch.setenv("PARKATLAS_WORKSPACE", str(directory))
        SERVER.serve(directory)
        return Page(page, language, address)

    return open_page


@pytest.fixture(scope="session")
def _county_pages():
    return {}


@pytest.fixture
def county_page(show, county, _county_pages):
    """A function: a page of the toy county in a language as ``show`` gives it, run once for all who only look."""

    def page_of(page, language="zh_CN"):
        if (page, language) not in _county_pages:
            _county_pages[page, language] = show(county, page, language)
        return _county_pages[page, language]

    return page_of


class Server:
    """The workspace that the pages of this process have open, as a server has one."""

    directory = workspace = None

    def serve(self, directory):
        """Serve this workspace from here on: let another go and forget what was read from it."""
        if directory == self.directory:
            return
        if self.workspace:
            self.workspace.close()
        store._opened.cache_clear()
        st.cache_resource.clear()
        st.cache_data.clear()
        self.directory, self.workspace = directory, None
        with suppress(OSError, ValueError):  # the page meets the same error and says it
            self.workspace = store.workspace()


SERVER = Server()
