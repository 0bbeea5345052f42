"""The message catalogues: every sentence people read, Chinese first, English second."""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from numbers import Integral
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.pofile import read_po

from parkatlas import direction, resources

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("zh_CN", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


def language() -> str:
    """Return the language of this thread of work: ``zh_CN`` or ``en``."""
    return _language.get()


def locale() -> Locale:
    """Return babel's rules for the language; to find them by name at each number takes ten times as long."""
    return _rules(language())


@cache
def _rules(chosen: str) -> Locale:
    return Locale.parse(chosen)


def use(chosen: str) -> None:
    """Speak ``chosen`` from here on in this thread; an unknown language means Chinese."""
    _language.set(chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE)


@contextmanager
def speaking(chosen: str) -> "Iterator[None]":
    """Speak ``chosen`` within a block."""
    token = _language.set(chosen)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def catalogue(chosen: str) -> dict[str, str]:
    """Return all messages of one language by key, from every ``.po`` file of its folder."""
    found: dict[str, str] = {}
    for path in sorted((resources.LOCALE / chosen).glob("*.po")):
        with path.open("rb") as file:
            found |= {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}
    return found


def text(key: str, /, **values: object) -> str:
    """Return the message ``key`` with its ``{placeholders}`` filled; values are never read as a template.

    A whole number is a quantity and gets its thousands apart; a year or a port comes as words. Words that run from
    right to left do not turn the sentence. Raises LookupError for a key that no catalogue holds.
    """
    try:
        template = catalogue(language())[key]
    except KeyError:
        raise LookupError(f"no message {key!r} in locale/{language()}") from None
    return template.format_map({name: _said(value) for name, value in values.items()}) if values else template


def _said(value: object) -> object:
    if isinstance(value, str):
        return direction.isolated(value)
    return f"{value:,}" if isinstance(value, Integral) and not isinstance(value, bool) else value


def pick(chinese: str, english: str) -> str:
    """Return the label of the language in use, for vocabularies that carry both."""
    return chinese if language() == DEFAULT_LANGUAGE else english
