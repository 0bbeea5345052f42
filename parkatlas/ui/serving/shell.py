"""The page that a browser loads before all else: Streamlit's own, with what is said and done when the line is cut."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from streamlit import file_util

from parkatlas import colours, resources
from parkatlas.gate.answers import Asgi, Receive, Scope, Send
from parkatlas.messages import DEFAULT_LANGUAGE, LANGUAGES, speaking, text
from parkatlas.ui.kit import styles


class Shell:
    """An ASGI application around Streamlit's: answers ``paths`` with the first page, in the language they ask for."""

    def __init__(self, behind: Asgi, paths: Iterable[str]) -> None:
        self.behind, self.paths = behind, frozenset(paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["path"] not in self.paths:
            await self.behind(scope, receive, send)
            return
        language = Request(scope).query_params.get("lang", DEFAULT_LANGUAGE)
        content = page(language if language in LANGUAGES else DEFAULT_LANGUAGE)
        answer = HTMLResponse(content, headers={"cache-control": "no-cache"})
        await answer(scope, receive, send)


@cache
def page(language: str) -> str:
    """Return the first page in a language: before Streamlit's scripts stands ours, as ``script`` gives it."""
    index = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    with speaking(language):
        texts, title = styles.say(styles.OF_THE_LINE), text("pages.product")
    light, dark = (styles.variables(colours.PAGE[is_dark]) for is_dark in (False, True))
    # Until the page has been drawn and says which theme it wears, that of the machine.
    inks = f":root {{{light}}} @media (prefers-color-scheme: dark) {{ :root {{{dark}}} }}"
    style = f"<style>:root {{{texts}}} {inks} {(resources.STATIC / 'cut.css').read_text(encoding='utf-8')}</style>"
    own = f"<title>{escape(title)}</title>{style}<script>{script()}</script>"
    return index.replace("<title>Streamlit</title>", own)


@cache
def script() -> str:
    """Return our script word for word."""
    return (resources.STATIC / "cut.js").read_text(encoding="utf-8")
