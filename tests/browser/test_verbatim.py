"""The corpus in every kind of element that Streamlit reads as markdown: each text shows verbatim, as text only."""

import subprocess
import sys

import pytest

from parkatlas import direction
from tests.browser.conftest import ROOT, Server, free_port, settle
from tests.browser.every_element import DRAWN, TEXTS
from tests.conftest import HERE
from tests.hostile import verbatim

MADE_OF_TEXT = ":is(img, script, iframe, form, input, table, li, code, mark, del, em, svg [onload], [onerror])"


@pytest.fixture(scope="module")
def elements(chromium, tmp_path_factory):  # noqa: ARG001 - without a browser nothing needs to be served
    """A server of every_element.py."""
    log, port = tmp_path_factory.mktemp("elements") / "log.txt", free_port()
    start = "import sys; sys.path.insert(0, '.'); from streamlit.web.cli import main; main()"
    options = ["--server.address", HERE, "--server.port", str(port), "--server.headless", "true"]
    command = [sys.executable, "-c", start, "run", "tests/browser/every_element.py", *options]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
    server = Server(port, process, log)
    server.wait_until_healthy()
    yield server
    server.stop()


def container_texts(page):
    """Return the text of each container, spaces folded as a reader sees them."""
    texts = page.locator('[class*="st-key-text-"]').evaluate_all("all => all.map(one => one.textContent)")
    return [" ".join(verbatim(text).split()) for text in texts]


@pytest.mark.parametrize("kind", DRAWN)
def test_every_text_shows_verbatim_and_becomes_nothing_else(open_page, page, elements, kind):
    open_page(f"?kind={kind}", on=elements)
    page.locator(f".st-key-text-{len(TEXTS) - 1}").wait_for(state="attached")
    settle(page)
    expected = [" ".join(verbatim(direction.straight(text)).split()) for text in TEXTS]
    assert [pair for pair in zip(expected, container_texts(page), strict=True) if pair[0] != pair[1]] == []
    assert page.locator('[class*="st-key-text-"]').locator(MADE_OF_TEXT).count() == 0
    links = page.locator('[class*="st-key-text-"] a[href]').evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {link for link in links if not link.startswith("#")} <= {"https://here.test"}
    assert page.evaluate("() => window.wasRun") is None
