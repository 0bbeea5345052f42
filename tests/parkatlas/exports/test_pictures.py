"""Charts as PNG, drawn by a real Chromium; and what is said where there is none."""

import re
import struct
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote, urlsplit

import plotly.graph_objects as go
import pytest

from parkatlas.charts import style
from parkatlas.errors import PictureUnavailable
from parkatlas.exports import pictures, to_png
from parkatlas.exports.studio import Studio


@pytest.fixture
def figure():
    drawn = style.figure(style.Look(), "甲园最高", [], 200)
    return drawn.add_bar(x=[1, 2], y=[3, 4])


@pytest.fixture
def browser(chromium, monkeypatch):
    """Pictures drawn by the tests' Chromium."""
    monkeypatch.setenv("BROWSER_PATH", chromium)


@pytest.fixture
def no_browser(monkeypatch):
    """A machine on which the named browser is not there."""
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    monkeypatch.setattr(pictures, "_studio", Studio)


def size_of(picture):
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", picture[16:24])


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_a_picture_has_the_size_asked_for_times_the_scale(figure, caption):
    assert size_of(to_png(figure, caption, width=400, height=300, scale=2)) == (800, 600)


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_without_a_height_the_caption_is_added_to_the_figure_s_own(figure, caption):
    height = size_of(to_png(figure, caption, width=400, scale=1))[1]
    assert height == figure.layout.height + 28


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_threads_get_each_their_own_picture(figure, caption):
    with ThreadPoolExecutor(4) as threads:
        drawn = threads.map(lambda width: to_png(figure, caption, width=width, height=300, scale=1), range(400, 408))
    assert [size_of(picture)[0] for picture in drawn] == list(range(400, 408))


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_after_the_browser_died_the_next_picture_gets_a_new_one(figure):
    studio = Studio()
    options = {"format": "png", "width": 400, "height": 300}
    studio.draw(figure.to_dict(), options)
    studio._browser.subprocess.kill()
    with pytest.raises(PictureUnavailable):
        studio.draw(figure.to_dict(), options)
    assert size_of(studio.draw(figure.to_dict(), options)) == (400, 300)
    studio.close()


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_the_page_that_draws_loads_nothing_from_elsewhere(figure):
    studio = Studio()
    studio.draw(figure.to_dict(), {"format": "png"})
    page = Path(unquote(urlsplit(studio._browser._index).path)).read_text(encoding="utf-8")
    studio.close()
    assert re.findall(r'src="(\w+):', page) == ["file", "file"]


def test_the_caption_is_drawn_without_changing_the_figure(figure, caption):
    captioned = pictures._captioned(figure, caption)
    assert captioned.layout.legend2.title.text == caption.line
    assert (len(figure.data), len(captioned.data)) == (1, 2)


@pytest.mark.usefixtures("no_browser")
def test_without_chromium_the_key_of_a_message_is_raised(figure, caption):
    with pytest.raises(PictureUnavailable, match=r"exports\.no_browser"):
        to_png(figure, caption)


def test_without_a_chinese_font_no_picture_of_boxes_is_made(monkeypatch, figure, caption):
    monkeypatch.setattr(pictures, "_has_chinese_font", lambda: False)
    with pytest.raises(PictureUnavailable, match=r"exports\.no_chinese_font"):
        to_png(go.Figure(figure), caption)
