"""The command that shows a page: what it says, without a browser."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parkatlas import direction, formats, terms
from parkatlas.cli import arguments
from parkatlas.cli.output import plain, refusing
from parkatlas.cli.shared import app, opened
from parkatlas.messages import text

if TYPE_CHECKING:
    import pandas as pd

    from parkatlas.sheets import Asking
    from parkatlas.workspace import Workspace

EXAMPLES = """\
\b
Examples:
  show overview
  show intensity --park P01 --as-of 2026-06-30 --format md
  show structure --choose cut=industry_name --choose span=year
"""
Form = StrEnum("Form", {"text": "text", "md": "md", "json": "json"})
Basis = StrEnum("Basis", {term.code: term.code for term in terms.INVESTMENT_BASES})  # type: ignore[misc]
_USUAL_BASIS = next(iter(Basis))
_DIGITS = 18  # of a number
_NAMED = 20  # of what there is, in a refusal
_LISTS = ("parks", "units", "industries", "stages")


def _several(name: str, of: str) -> Any:
    return typer.Option(name, metavar="NAME", help=f"Only this {of}, by name or id; repeat for more.")


@app.command(epilog=EXAMPLES)
def show(  # noqa: PLR0913 - one parameter for each option
    context: typer.Context,
    page: Annotated[str, typer.Argument(help="Name of a page; see 'pages'.", show_default=False)],
    *,
    park: Annotated[list[str] | None, _several("--park", "park")] = None,
    unit: Annotated[list[str] | None, _several("--unit", "unit")] = None,
    industry: Annotated[list[str] | None, _several("--industry", "industry")] = None,
    stage: Annotated[list[str] | None, _several("--stage", "stage")] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; default: the newest ledger's.")
    ] = None,
    basis: Annotated[Basis, typer.Option(help="Which investment counts.")] = _USUAL_BASIS,
    choose: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="What the page itself offers; repeat for more.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the page.")] = Form.text,
) -> None:
    """Show a page: its finding, figures, charts as tables, and tables."""
    from parkatlas import exports, sheets  # noqa: PLC0415 - keeps the command line's start short

    with refusing(form is Form.json):
        make = sheets.PAGES.get(page)
        if make is None:
            raise typer.BadParameter(text("cli.unknown_page", page=page, known=", ".join(sheets.PAGES)))
        choices = dict(_pair(make, item) for item in choose or [])
        with opened(context.obj) as workspace:
            day = arguments.as_of(as_of) or workspace.default_day
            wanted = dict(zip(_LISTS, (park, unit, industry, stage), strict=True))
            ask = _asking(workspace, day, basis.value, wanted)
            sheet = make(ask, **_chosen(page, ask, choices))
    write = {Form.text: exports.sheet.to_text, Form.md: exports.sheet.to_markdown, Form.json: exports.sheet.to_json}
    typer.echo(plain(write[form](sheet)), nl=form is Form.json)


@app.command("pages")
def pages() -> None:
    """List the pages that 'show' prints, with their choices."""
    from parkatlas import sheets  # noqa: PLC0415 - keeps the command line's start short

    for name, make in sheets.PAGES.items():
        typer.echo(" ".join([name.ljust(12), *(f"{choice}=…" for choice in _choices(make))]).rstrip())


def _choices(make: Callable[..., Any]) -> list[str]:
    """Return what a page lets one choose."""
    return list(inspect.signature(make).parameters)[1:]


def _pair(make: Callable[..., Any], item: str) -> tuple[str, str]:
    """Return a choice of a page and what was chosen; refuses a name that the page does not offer."""
    name, equals, value = item.partition("=")
    choices = _choices(make)
    if not equals:
        raise typer.BadParameter(text("cli.not_a_pair", value=item), param_hint="--choose")
    if name not in choices:
        raise typer.BadParameter(text("cli.unknown_choice", name=name, known=_listed(choices)), param_hint="--choose")
    return name, value


def _chosen(page: str, ask: "Asking", words: dict[str, str]) -> dict[str, object]:
    """Return the values chosen, in the page's own order, for later offers depend on earlier choices; refuses others."""
    from parkatlas import sheets  # noqa: PLC0415 - as above

    chosen: dict[str, object] = {}
    for name in filter(words.__contains__, _choices(sheets.PAGES[page])):
        offered = sheets.OFFERS[page](ask, **chosen).get(name) if page in sheets.OFFERS else None
        by_word = _by_word(offered, words[name])
        if words[name] not in by_word:
            words_offered = [f"{offered[0]} – {offered[-1]}"] if isinstance(offered, range) else by_word
            message = text("cli.unknown_value", name=name, value=words[name], known=_listed(words_offered))
            raise typer.BadParameter(message, param_hint="--choose")
        chosen[name] = by_word[words[name]]
    return chosen


def _by_word(offered: Sequence[object] | None, word: str) -> dict[str, object]:
    """Return the values offered, each by its word.

    A choice without a list, such as a search, takes any word; a range takes only a number within it.
    """
    if offered is None:
        return {word: word}
    if isinstance(offered, range):
        is_number = word.isascii() and word.isdecimal() and len(word) <= _DIGITS
        return {word: int(word)} if is_number and int(word) in offered else {}
    return {str(one): one for one in offered}


def _listed(words: Iterable[str]) -> str:
    """Return the first words as one list; empty words are left out."""
    return ", ".join(islice(filter(None, words), _NAMED)) or formats.NONE


def _asking(workspace: "Workspace", day: date, basis: str, wanted: dict[str, list[str] | None]) -> "Asking":
    from parkatlas.sheets import Asking, Scope  # noqa: PLC0415 - as above

    def ask(query: str, **params: object) -> "pd.DataFrame":
        return direction.straight_rows(workspace.ask(query, **params))

    choices: dict[str, dict[str, str]] = {}
    for row in ask("filter_choices", as_of=day).itertuples():
        choices.setdefault(str(row.choice_kind), {})[str(row.choice)] = str(row.choice_label)
    lists = {name: _ids(name, names, choices.get(name, {})) for name, names in wanted.items()}
    threshold = workspace.settings.entry.threshold_wan_per_mu
    return Asking.of(workspace, Scope(day, basis, threshold, **lists), ask, choices)


def _ids(name: str, names: list[str] | None, choices: dict[str, str]) -> list[str] | None:
    """Return the ids of what is named, by id or label; refuses what is neither."""
    if not names:
        return None
    by_label = {(terms.label("stage", label) if name == "stages" else label): one for one, label in choices.items()}
    for word in names:
        if word not in choices and word not in by_label:
            raise typer.BadParameter(text("cli.unknown_of_filter", value=word, known=_listed(by_label)))
    return [word if word in choices else by_label[word] for word in names]
