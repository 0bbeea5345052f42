"""Every sentence people read exists in both languages, is used, and takes the same values in each."""

import ast
import re
from string import Formatter

from parkatlas.columns import UNITS
from parkatlas.messages import DEFAULT_LANGUAGE, LANGUAGES, Counted, catalogue, names
from parkatlas.resources import LOCALE
from tests.conventions.project import ROOT, product, relative, strings, tree

# Names of industries come from the standard in Chinese; other languages name those that they have a name for.
STANDARD = "industries"
# English counts without a word for these.
WITHOUT_WORD = {("en", f"units.{unit}") for unit in ("个", "家", "次")}

# Where Chinese may stand in code: it is the subject there, not a message.
CHINESE = re.compile(r"[\u3400-\u9fff]")
OWN_NAMES = ("中文",)
CHINESE_HOMES = {
    "parkatlas/columns.py": "aliases of columns",
    "parkatlas/terms.py": "aliases of vocabularies",
    "parkatlas/demo/": "the invented county",
    "parkatlas/intake/": "words and headers met in people's files",
}


def messages(language):
    """Return all messages of a language by key, plural forms one under the other, without the names of industries."""
    texts = {}
    for name in names(language):
        if name != STANDARD:
            texts |= catalogue(language, name)
    return {
        key: "\n".join(message.forms) if isinstance(message, Counted) else message for key, message in texts.items()
    }


def test_all_languages_hold_the_same_messages():
    chinese = set(messages(DEFAULT_LANGUAGE))
    for language in LANGUAGES:
        lone = sorted(chinese ^ set(messages(language)))
        assert not lone, f"write these in both locale/zh_CN and locale/{language}: {lone}"


def test_a_message_takes_the_same_values_in_all_languages():
    chinese = messages(DEFAULT_LANGUAGE)
    for language in LANGUAGES:
        other = messages(language)
        differing = [key for key in chinese if _places(chinese[key]) != _places(other.get(key, chinese[key]))]
        assert not differing, f"use the same {{placeholders}} in both languages: {differing}"


def test_no_message_is_empty_and_english_ones_are_english():
    empty = {
        (language, key) for language in LANGUAGES for key, message in messages(language).items() if not message.strip()
    }
    assert not empty - WITHOUT_WORD, f"translate in locale/: {sorted(empty - WITHOUT_WORD)}"
    assert not WITHOUT_WORD - empty, f"take out of WITHOUT_WORD: {sorted(WITHOUT_WORD - empty)}"
    english = messages("en") | catalogue("en", STANDARD)
    chinese = [key for key, message in english.items() if CHINESE.search(_without_names(message))]
    assert not chinese, f"say in English in locale/en: {chinese}"


def test_a_key_stands_once_and_begins_with_the_name_of_its_catalogue():
    for path in sorted(LOCALE.glob("*/*.po")):
        keys = re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
        strangers = [key for key in keys if not key.startswith(f"{path.stem}.")]
        assert not strangers, f"{relative(path)}: move to the catalogue of their domain: {strangers}"
        twice = sorted({key for key in keys if keys.count(key) > 1})
        assert not twice, f"{relative(path)}: keep one of each: {twice}"


def test_every_message_asked_for_exists_and_gets_its_values():
    texts = messages(DEFAULT_LANGUAGE)
    wrong = []
    for path in product():
        for call in _calls(path):
            key, keywords = call.args[0], {keyword.arg for keyword in call.keywords}
            if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                continue
            if key.value not in texts:
                wrong.append(f"{relative(path)}:{call.lineno} asks for {key.value!r}, which no catalogue holds")
            elif None not in keywords and keywords != _places(texts[key.value]):
                wrong.append(
                    f"{relative(path)}:{call.lineno} gives {key.value!r} {keywords}, not {_places(texts[key.value])}"
                )
    assert not wrong, "mend the call or both catalogues:\n" + "\n".join(wrong)


def test_no_message_is_left_over():
    unused = _unused(set(messages(DEFAULT_LANGUAGE)))
    assert not unused, f"remove from all catalogues: {unused}"


def test_a_message_that_only_looks_like_those_asked_for_is_left_over():
    keys = {"pages.overview", "pages.nobody_asks", "intake.unicorn_cure", "terms.stage.flown", "terms.stage.signed"}
    assert _unused(keys) == ["intake.unicorn_cure", "pages.nobody_asks", "terms.stage.flown"]


def test_chinese_stands_in_catalogues_not_in_code():
    wrong = [
        f"{relative(path)}:{line} {text[:30]!r}"
        for path in product()
        if not _is_at_home(path)
        for line, text in strings(path)
        if CHINESE.search(_without_names(text))
    ]
    assert not wrong, "make each a message (locale/) or a term (terms.py):\n" + "\n".join(wrong)


def test_every_place_allowed_chinese_is_there():
    chinese = [path for path in product() if any(CHINESE.search(_without_names(text)) for _, text in strings(path))]
    unused = [home for home in CHINESE_HOMES if not any(_is_in(home, path) for path in chinese)]
    assert not unused, f"take out of CHINESE_HOMES: {unused}"


def _is_at_home(path):
    return any(_is_in(home, path) for home in CHINESE_HOMES)


def _is_in(home, path):
    """Tell whether a path is the file ``home``, or lies in the folder that it names with a slash behind."""
    return relative(path).startswith(home) if home.endswith("/") else relative(path) == home


def _places(message):
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def _without_names(text):
    """Return the text without units, which are keys of ``columns.UNITS``, and the languages' names for themselves."""
    names = sorted(filter(None, [*UNITS, *OWN_NAMES]), key=len, reverse=True)
    return re.sub("|".join(map(re.escape, names)), "", text)


def _calls(path):
    """Return the calls ``text(…)`` and ``messages.text(…)`` of a file."""
    calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and node.args)
    return [call for call in calls if ast.unparse(call.func) in {"text", "messages.text"}]


def _unused(keys):
    """Return the keys that no literal names and no f-string makes of words that stand in the code or in a query."""
    literals = {text for path in product() for _, text in strings(path)}
    words = {word for text in literals for word in re.split(r"[^\w.%/]+", text)} | literals | _of_queries()
    patterns = {pattern for path in product() for pattern in _patterns(path)}

    def is_said(word):
        return word in words or any(
            words.issuperset(match.groups()) for match in map(_matching(word), patterns) if match
        )

    matches = {key: filter(None, map(_matching(key), patterns)) for key in keys - literals}
    return sorted(key for key, made in matches.items() if not any(all(map(is_said, match.groups())) for match in made))


def _matching(word):
    """Return how a pattern is asked whether it makes a word."""
    return lambda pattern: pattern.fullmatch(word)


def _of_queries():
    """Return the words in quotes of all queries: codes that rows bear."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "queries").rglob("*.sql"))
    return {word for text in texts for word in re.findall(r"'(\w+)'", text)}


def _patterns(path):
    """Return what keys and codes a file puts together as f-strings, a group for each part that changes."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            if re.fullmatch(r"[a-z_.]*[_.][a-z_.]*", "".join(filter(None, parts))):
                yield re.compile("".join("(.+)" if part is None else re.escape(part) for part in parts))
