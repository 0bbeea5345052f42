"""The door to Streamlit's markdown: every sign is spelt out, and nothing that makes a link or icon is in one piece."""

import re

import pytest

from parkatlas.ui.kit.markdown import html, plain
from tests import hostile

# A text through the door: what is no sign of ASCII, signs escaped, and joints that are pieces of their own.
SPELT = re.compile(r"(?::color\[)?(?:[^!-/:-@\[-`{-~]|\\[!-/:-@\[-`{-~]|:color\[\\[!-/:-@\[-`{-~]\])*\]?")
EVERY = (*hostile.NAMES, *hostile.UNSEEN, *hostile.TURNING)


@pytest.mark.parametrize("name", EVERY)
def test_every_sign_is_spelt_out(name):
    assert SPELT.fullmatch(plain(name))


@pytest.mark.parametrize(
    "name", ["http://a.cn", "www.a.cn", "a@b.cn", ":smile:", ":material_home:", "->", "--", ">=", "~="]
)
def test_text_that_would_make_a_link_or_an_icon_is_split(name):
    assert ":color[" in plain(name)


def test_plain_words_pass_unchanged_on_one_line():
    assert plain(" 清河经济开发区\n二期 ") == "清河经济开发区 二期"


def test_an_emoji_that_comes_first_is_no_icon():
    assert plain("🚀 园") == ":color[🚀 园]"


def test_html_is_escaped():
    assert html("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#x27;"
