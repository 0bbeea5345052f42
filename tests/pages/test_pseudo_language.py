"""A pseudo-language: no text is hard-wired, and nothing breaks where words are 40 % longer.

It is made of the English catalogues while the tests run: every letter bears an accent, every message is longer. The toy
county's own words are Chinese, so that a plain letter on a page is one that no catalogue said.
"""

import json
import re
from html import unescape

import pytest

from parkatlas import messages, sheets, terms
from parkatlas.exports.sheet import to_text
from tests.pages import conftest as pages

ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ"
)
# What is no word: values, icons, the marks of Markdown and HTML with their names, code.
KEPT = re.compile(r"\{[^}]*\}|:[a-z]+(?:-badge)?\[|:material/[a-z_]+:|`[^`]*`|<[^>]*>|&#?\w+;")
LONGER = 0.4
WORD = re.compile(r"[A-Za-z]{2,}")
# Not of a language: endings of files, what another language calls itself, headers of ledgers.
NO_WORDS = {"xlsx", "csv", "geojson", "png", "XLSX", "CSV", "PNG", "English", "ID", "NN"}
PAGES = ("overview", "intensity", "targets", "siting", "visit")


def pseudo(message):
    """Return a message in the pseudo-language: its letters accented, words drawn out, in brackets."""
    if isinstance(message, messages.Counted):
        return messages.Counted(tuple(map(pseudo, message.forms)), message.rule)
    kept, parts = KEPT.findall(message), [part.translate(ACCENTED) for part in KEPT.split(message)]
    text = "".join(part + (kept[index] if index < len(kept) else "") for index, part in enumerate(parts))
    return text + "~" * round(LONGER * sum(map(len, parts)))


@pytest.fixture
def accented(monkeypatch):
    """English as the pseudo-language."""
    plain = messages.catalogue
    made = {}

    def catalogue(chosen, name):
        if chosen != "en":
            return plain(chosen, name)
        if name not in made:
            made[name] = {key: pseudo(message) for key, message in plain(chosen, name).items()}
        return made[name]

    monkeypatch.setattr(messages, "catalogue", catalogue)
    monkeypatch.setattr(terms, "catalogue", catalogue)


def hard_wired(pieces):
    """Return the words of plain letters in what people read."""
    bare = (KEPT.sub(" ", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)) for text in pieces)
    return sorted({word for text in bare for word in WORD.findall(text)} - NO_WORDS)


def texts(value):
    """Yield what a chart's figure shows as text, without its markup."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("text", "ticktext", "hovertext"):
                yield unescape(re.sub(r"<[^>]*>", " ", json.dumps(inner, ensure_ascii=False, default=str)))
            else:
                yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def test_a_pseudo_message_keeps_its_values_and_is_longer():
    assert pseudo("{count} parks :material/factory:") == "{count} ƥȧřķş :material/factory:" + "~" * 3
    assert hard_wired([pseudo("Any words"), "Any <b>words</b> :material/factory:"]) == ["Any", "words"]


@pytest.mark.usefixtures("accented")
@pytest.mark.parametrize("page", sheets.PAGES)
def test_all_words_of_a_sheet_come_from_the_catalogues(asking, county, page):
    with messages.speaking("en"):
        sheet = sheets.PAGES[page](asking(county))
        text = to_text(sheet)
        drawn = [block.figure(large=True) for block in sheets.flat(sheet.blocks) if isinstance(block, sheets.Chart)]
    if page == "glossary":  # its codes are no words
        text = re.sub(r"\S*_\S*", "", text)
        text = re.sub(r"^.*\b[a-z0-9]+$", "", text, flags=re.MULTILINE)
    assert sheet.caption.title.endswith("~")
    assert hard_wired([text, *texts([figure.to_plotly_json() for figure in drawn])]) == []


@pytest.mark.usefixtures("accented")
@pytest.mark.parametrize("name", PAGES)
def test_all_words_of_a_page_come_from_the_catalogues(show, county, name):
    page = show(county, name, "en")
    assert page.app.title[0].value.endswith("~")
    assert hard_wired(page.words) == []


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
