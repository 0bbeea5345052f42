"""The layout of every page: its language, its looks and the navigation."""

import gc
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import colours, messages, resources
from parkatlas.messages import text
from parkatlas.ui.kit import drafts, look, styles

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

# By the group of the bar ("": the bar itself): (file, url path, message key of the title, icon). A url path differs
# from its file's stem, or a first visitor with a deep link meets the menu that Streamlit makes of the folder.
GROUPS = {
    "": (("pages/overview.py", "home", "overview", ":material/dashboard:"),),
    "places": (
        ("pages/park_map.py", "map", "park_map", ":material/map:"),
        ("pages/park.py", "park-card", "park", ":material/factory:"),
        ("pages/project.py", "project-card", "project", ":material/article:"),
        ("pages/visit.py", "tour", "visit", ":material/route:"),
    ),
    "analysis": (
        ("pages/intensity.py", "per-mu", "intensity", ":material/leaderboard:"),
        ("pages/clusters.py", "cluster", "clusters", ":material/hub:"),
        ("pages/land.py", "ground", "land", ":material/landscape:"),
        ("pages/structure.py", "mix", "structure", ":material/stacked_bar_chart:"),
        ("pages/siting.py", "where", "siting", ":material/explore:"),
        ("pages/enclaves.py", "flows", "enclaves", ":material/conversion_path:"),
    ),
    "progress": (
        ("pages/targets.py", "goals", "targets", ":material/flag:"),
        ("pages/ranks.py", "league", "ranks", ":material/format_list_numbered:"),
        ("pages/trend.py", "time", "trend", ":material/trending_up:"),
        ("pages/pipeline.py", "stages", "pipeline", ":material/filter_alt:"),
        ("pages/campaigns.py", "push", "campaigns", ":material/timer:"),
        ("pages/people.py", "who", "people", ":material/groups:"),
        ("pages/recruiting.py", "trips", "recruiting", ":material/luggage:"),
        ("pages/peers.py", "among", "peers", ":material/social_leaderboard:"),
    ),
    "data": (
        ("pages/imports.py", "data", "imports", ":material/upload_file:"),
        ("pages/glossary.py", "terms", "glossary", ":material/menu_book:"),
    ),
}
PAGES = tuple(page for pages in GROUPS.values() for page in pages)

# Streamlit's own words that static/layout.css and static/cut.css replace.
_SAID = ("upload", "limits", "not_taken", "nothing", "ascending", "descending", *styles.OF_THE_LINE)
_SIDEBAR_PX = 316  # the longest basis, in English
# Charts and maps side by side stand one under the other where there is no room for large type in both.
_LARGE_TYPE = """
html { font-size: 22px !important; }
[data-testid="stHorizontalBlock"]:has(> * [data-testid="stPlotlyChart"], > * iframe) { flex-wrap: wrap; }
[data-testid="stColumn"]:has([data-testid="stPlotlyChart"], iframe) { min-width: 560px; }
"""
# What a browser may take to put on another size of type.
_SETTLING_SECONDS = 0.25

# A picture of our own: Streamlit fetches its icons' pictures for the browser tab from the internet.
_ICON = resources.STATIC / "icon.png"
_STYLE = resources.STATIC / "layout.css"
_A_DAY = 86_400
_loaded = set[str]()  # the pages that this process has drawn


def open_page() -> "StreamlitPage":
    """Set language and page, draw the navigation and return the page that the address names."""
    look.LARGE_TYPE.is_on()
    messages.use(look.LANGUAGE.among(messages.LANGUAGES, messages.DEFAULT_LANGUAGE))
    pages = {
        text(f"pages.group_{group}") if group else "": [
            st.Page(file, title=text(f"pages.{key}"), url_path=path, icon=icon, default=path == PAGES[0][1])
            for file, path, key, icon in members
        ]
        for group, members in GROUPS.items()
    }
    st.set_page_config(
        page_title=text("pages.product"), page_icon=str(_ICON), layout="wide", initial_sidebar_state=_SIDEBAR_PX
    )
    _dress()
    _again_after_a_cut()
    return st.navigation(pages, position="top")


def _dress() -> None:
    """Send the styles that the theme has no word for; they hold colours and our own words, never data."""
    messages_css = styles.say(_SAID, mb=st.get_option("server.maxUploadSize"))
    inks = styles.variables(colours.PAGE[look.is_dark()])
    large = _LARGE_TYPE if look.is_large() else ""
    st.html(f"<style>:root {{{inks}{messages_css}}} {large} {_STYLE.read_text(encoding='utf-8')}</style>")
    # A table measures the type once, when it is made: the page waits until the browser shows the other size.
    if look.is_large() != st.session_state.get("was_large", False):
        time.sleep(_SETTLING_SECONDS)
    st.session_state["was_large"] = look.is_large()


@st.fragment(run_every=_A_DAY)
def _again_after_a_cut() -> None:
    """Draw nothing: a browser that comes back asks for the page by itself only where a part of it runs by the clock."""


def draw(page: "StreamlitPage") -> None:
    """Draw a page; in large type in a container of its own, so that a change of size makes every table anew."""
    drafts.publish()
    with st.container() if look.is_large() else nullcontext():
        page.run()
    _keep_loaded(page.url_path)


def _keep_loaded(path: str) -> None:
    """Take what a page's first visit loaded, for good, out of the garbage collector's sight.

    To look through all libraries once more takes it a tenth of a second, in the middle of somebody's page.
    """
    if path not in _loaded:
        _loaded.add(path)
        gc.collect()
        gc.freeze()
