"""Every sentence people read exists in both languages, is used, and takes the same values in each."""

import ast
import re
from string import Formatter

from parkatlas.columns import UNITS
from parkatlas.messages import LANGUAGES, catalogue
from parkatlas.resources import LOCALE
from tests.conventions.project import files, product, shown, strings, tree

# Families of keys whose last part comes from a table or a file, not from a literal: prefix → where it comes from.
FAMILIES: dict[str, str] = {}

# Where Chinese may stand in code: it is the subject there, not a message.
CHINESE = re.compile(r"[\u3400-\u9fff]")
OWN_NAMES = ("中文",)
CHINESE_HOMES = {
    "parkatlas/columns.py": "labels and aliases of columns",
    "parkatlas/filetypes.py": "labels of kinds of files",
    "parkatlas/terms.py": "labels and aliases of vocabularies",
    "parkatlas/demo/": "the invented county",
    "parkatlas/intake/": "words and headers met in people's files",
}


def test_both_languages_hold_the_same_messages():
    chinese, english = (set(catalogue(language)) for language in LANGUAGES)
    lone = sorted(chinese ^ english)
    assert not lone, f"write these in both locale/zh_CN and locale/en: {lone}"


def test_a_message_takes_the_same_values_in_both_languages():
    chinese, english = (catalogue(language) for language in LANGUAGES)
    differing = [key for key in chinese if _places(chinese[key]) != _places(english.get(key, chinese[key]))]
    assert not differing, f"use the same {{placeholders}} in both languages: {differing}"


def test_no_message_is_empty_and_english_ones_are_english():
    for language in LANGUAGES:
        empty = [key for key, message in catalogue(language).items() if not message.strip()]
        assert not empty, f"translate in locale/{language}: {empty}"
    chinese = [key for key, message in catalogue("en").items() if CHINESE.search(_without_names(message))]
    assert not chinese, f"say in English in locale/en: {chinese}"


def test_a_key_stands_once_and_begins_with_the_name_of_its_catalogue():
    for path in sorted(LOCALE.glob("*/*.po")):
        keys = re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
        strangers = [key for key in keys if not key.startswith(f"{path.stem}.")]
        assert not strangers, f"{shown(path)}: move to the catalogue of their domain: {strangers}"
        twice = sorted({key for key in keys if keys.count(key) > 1})
        assert not twice, f"{shown(path)}: keep one of each: {twice}"


def test_every_message_asked_for_exists_and_gets_its_values():
    known = catalogue(LANGUAGES[0])
    wrong = []
    for path in product():
        for call in _calls(path):
            key, given = call.args[0], {keyword.arg for keyword in call.keywords}
            if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                continue
            if key.value not in known:
                wrong.append(f"{shown(path)}:{call.lineno} asks for {key.value!r}, which no catalogue holds")
            elif None not in given and given != _places(known[key.value]):
                wrong.append(
                    f"{shown(path)}:{call.lineno} gives {key.value!r} {given}, not {_places(known[key.value])}"
                )
    assert not wrong, "mend the call or both catalogues:\n" + "\n".join(wrong)


def test_no_message_is_left_over():
    literals = {text for path in product() for _, text in strings(path)}
    families = (*FAMILIES, *(prefix for path in product() for prefix in _prefixes(path)))
    unused = sorted(key for key in catalogue(LANGUAGES[0]) if key not in literals and not key.startswith(families))
    assert not unused, f"remove from both catalogues, or name the family in FAMILIES: {unused}"


def test_chinese_stands_in_catalogues_not_in_code():
    found = [
        f"{shown(path)}:{line} {text[:30]!r}"
        for path in product()
        if not shown(path).startswith(tuple(CHINESE_HOMES))
        for line, text in strings(path)
        if CHINESE.search(_without_names(text))
    ]
    assert not found, "make each a message (locale/) or a term (terms.py):\n" + "\n".join(found)


def test_every_place_allowed_chinese_is_there():
    gone = [place for place in CHINESE_HOMES if not any(shown(path).startswith(place) for path in files())]
    assert not gone, f"take out of CHINESE_HOMES: {gone}"


def _places(message):
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def _without_names(text):
    """Return the text without units, which are keys of ``columns.UNITS``, and the languages' names for themselves."""
    names = sorted(filter(None, [*UNITS, *OWN_NAMES]), key=len, reverse=True)
    return re.sub("|".join(map(re.escape, names)), "", text)


def _calls(path):
    """Return the calls ``text(…)`` and ``messages.text(…)`` of a file."""
    asked = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and node.args)
    return [call for call in asked if ast.unparse(call.func) in {"text", "messages.text"}]


def _prefixes(path):
    """Return the literal beginnings, up to the domain's dot at least, of keys that are put together as f-strings."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginning = node.values[0].value
            if re.match(r"[a-z_]+\.", beginning):
                yield beginning
