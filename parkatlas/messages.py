"""The message catalogues: every sentence, label and title that people read, one folder of `locale/` a language."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from numbers import Integral
from typing import TYPE_CHECKING, SupportsInt

from babel import Locale
from babel.messages.pofile import read_po

from parkatlas import direction, resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEFAULT_LANGUAGE = "zh_CN"
# The language that files of people are written in first, then all others that there are.
LANGUAGES = (
    DEFAULT_LANGUAGE,
    *sorted({folder.name for folder in resources.LOCALE.iterdir() if folder.is_dir()} - {DEFAULT_LANGUAGE}),
)

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


def language() -> str:
    """Return the language of this thread of work, as its folder is called: ``zh_CN`` or ``en``."""
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


@dataclass(frozen=True)
class Counted:
    """A message that differs with the number ``{count}`` in it: its forms, and which of them a number takes."""

    forms: tuple[str, ...]
    rule: "Callable[[int], int]"

    def of(self, count: object) -> str:
        """Return the form for a number, the last one where there is none."""
        is_known = isinstance(count, SupportsInt) and count == count  # noqa: PLR0124 - NaN is no number to count
        return self.forms[self.rule(int(count)) if is_known else -1]  # type: ignore[call-overload]


@cache
def catalogue(chosen: str, name: str) -> dict[str, str | Counted]:
    """Return the messages of one ``.po`` file of a language by key; none where the language has no such file.

    Each file is read when the first of its messages is asked for: a command says a few sentences of some thousand.
    """
    path = resources.LOCALE / chosen / f"{name}.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        read = read_po(file)
    rule = c2py(read.plural_expr)
    messages: dict[str, str | Counted] = {}
    for entry in read:
        if isinstance(entry.id, str):
            messages[entry.id] = str(entry.string)
        else:
            messages[entry.id[0]] = Counted(tuple(entry.string or ()), rule)
    del messages[""]  # the file's head
    return messages


def names(chosen: str) -> list[str]:
    """Return the names of a language's catalogues."""
    return sorted(path.stem for path in (resources.LOCALE / chosen).glob("*.po"))


def prepare_refusals() -> None:
    """Read what is said of faults now, in every language, so that it can be said when no file can be opened."""
    for chosen in LANGUAGES:
        for name in ("refusals", "workspace"):
            catalogue(chosen, name)


def find(key: str, chosen: str | None = None) -> str | Counted | None:
    """Return the message ``key`` of a language, else of the one in use, as it stands in the catalogue.

    Of a language that lacks it, Chinese helps out: half a translation speaks, too. None where that has none either.
    """
    name = key.partition(".")[0]
    own = catalogue(chosen or language(), name).get(key)
    return own if own is not None else catalogue(DEFAULT_LANGUAGE, name).get(key)


def text(key: str, /, **values: object) -> str:
    """Return the message ``key`` with its ``{placeholders}`` filled; values are never read as a template.

    A whole number is a quantity and gets its thousands apart; a year or a port comes as words. Words that run from
    right to left do not turn the sentence. A message with plural forms takes the one for ``count``. Raises LookupError
    for a key that no catalogue holds.
    """
    template = find(key)
    if template is None:
        raise LookupError(f"no message {key!r} in locale/{language()}")
    if isinstance(template, Counted):
        template = template.of(values.get("count"))
    return template.format_map({name: _formatted(value) for name, value in values.items()}) if values else template


def own_name(chosen: str) -> str:
    """Return what a language calls itself."""
    return str(find("pages.own_name", chosen))


def in_every_language(key: str) -> tuple[str, ...]:
    """Return the message ``key``, which takes no values, in each language, in the order of ``LANGUAGES``."""
    return tuple(str(find(key, chosen)) for chosen in LANGUAGES)


def _formatted(value: object) -> object:
    if isinstance(value, str):
        return direction.isolated(value)
    return f"{value:,}" if isinstance(value, Integral) and not isinstance(value, bool) else value
