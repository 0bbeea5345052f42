"""Colours stand in ``parkatlas/colours.py`` and the theme; what the browser reads repeats them."""

import re

import pytest

from parkatlas import colours
from tests.conventions.project import ROOT, files, relative

HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")
MAP_STYLES, MAP_SCRIPT = ROOT / "static" / "parkatlas.css", ROOT / "static" / "map" / "styles.js"
TABLES = {ROOT / "parkatlas" / "colours.py", ROOT / ".streamlit" / "config.toml", MAP_STYLES, MAP_SCRIPT}


def test_no_colour_stands_elsewhere():
    elsewhere = [
        f"{relative(path)}: {colour}"
        for path in files()
        if path.suffix in {".py", ".css", ".js", ".toml"} and path not in TABLES and "tests" not in path.parts
        for colour in HEX.findall(path.read_text(encoding="utf-8"))
    ]
    assert elsewhere == []


@pytest.mark.parametrize(("selector", "is_dark"), [(":root", False), ("body.is-dark", True)])
def test_the_map_is_styled_in_the_colours_of_the_table(selector, is_dark):
    block = re.search(
        rf"^{re.escape(selector)} \{{(.*?)\}}", MAP_STYLES.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    variables = re.findall(r"--([\w-]+): (#\w+);", block[1])
    assert [(name, colour.upper()) for name, colour in variables] == [*colours.MAP[is_dark].items()]


def test_the_rest_of_the_maps_styles_names_no_colour():
    rules = re.sub(
        r"^(?::root|body\.is-dark) \{.*?\}", "", MAP_STYLES.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    assert HEX.findall(rules) == []


def test_the_script_of_the_map_uses_colours_of_the_table():
    script = HEX.findall(MAP_SCRIPT.read_text(encoding="utf-8"))
    assert script == [colours.ACCENT, colours.HATCHED_LINE, colours.WHITE]
