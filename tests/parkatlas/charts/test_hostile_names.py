"""Hostile names in a real Chromium: every one shows verbatim on the axis, in the title and when pointed at."""

import re

import pytest

from parkatlas.charts import CONFIG, intensity
from parkatlas.words.intensity import by_park_title
from tests import hostile

pytestmark = pytest.mark.browser

# Bars of few names are tall enough for the mouse to find.
BATCHES = [hostile.NAMES[start : start + 8] for start in range(0, len(hostile.NAMES), 8)]


@pytest.fixture(scope="module")
def page(browser):
    with browser.new_context(viewport={"width": 1200, "height": 600}, offline=True) as context:
        yield context.new_page()


def show(page, figure, folder):
    path = folder / "chart.html"
    path.write_text(figure.to_html(config=CONFIG, include_plotlyjs=True, include_mathjax=False), encoding="utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector(".ytick text")


SAYS = "name => document.querySelector('.hovertext')?.textContent.replace(/[\u2068\u2069]/g, '').startsWith(name)"


def point_at(page, bar):
    box = bar.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


ISOLATES = "\u2068\u2069"  # around names that are written from right to left


def without_line_ends(name):
    return re.sub(r"\r\n?|\n", " ", name)


@pytest.mark.parametrize("names", BATCHES)
def test_names_show_verbatim_and_nothing_runs(page, parks, tmp_path, names):
    show(page, intensity.by_park(parks(*((name, 100.0) for name in names))), tmp_path)
    for label, name in zip(page.locator(".ytick text").all_text_contents(), names, strict=False):
        assert without_line_ends(name).startswith(label.strip(ISOLATES).removesuffix("…"))
    for bar, name in zip(page.locator(".bars .point").all(), names, strict=True):
        point_at(page, bar)
        page.wait_for_function(SAYS, arg=without_line_ends(name), timeout=5000)
    assert page.evaluate("window.wasRun") is None
    assert page.locator(".js-plotly-plot :is(a, img, script, iframe)").count() == 0


def test_a_hostile_name_in_the_title_shows_verbatim(page, parks, tmp_path):
    rows = parks(("<b>$x$</b> %{x}", 100.0), ("乙", 50.0))
    show(page, intensity.by_park(rows, title=by_park_title(rows)), tmp_path)
    assert "<b>$x$</b> %{x}" in page.locator(".gtitle").text_content()
