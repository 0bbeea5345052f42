"""The first page of all says what is the matter with the line, in the language of its address, by our script."""

import pytest
from starlette.routing import Router

from parkatlas.gate.headers import inline_scripts
from parkatlas.ui.map import folium_map
from parkatlas.ui.serving import serve, shell
from tests.parkatlas.gate.running import run


def answer_to(path, query=b""):
    """Return what is answered to a request for a path."""
    sent = []

    async def send(message):
        sent.append(message)

    async def behind(scope, receive, send):  # noqa: ARG001 - an ASGI application
        await send({"type": "http.response.body", "body": b"behind"})

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": []}
    run(shell.Shell(behind, ["/", "/map"])(scope, None, send))
    return sent[-1]["body"].decode()


@pytest.mark.parametrize(
    ("path", "query", "words", "title"),
    [
        ("/map", b"", "正在连接服务器", "园区一张图"),
        ("/", b"lang=en&large=1", "Connecting to the server", "ParkAtlas"),
        ("/", b"lang=%22%3E%3Cscript%3E", "正在连接服务器", "园区一张图"),
    ],
)
def test_the_first_page_speaks_the_language_of_its_address(path, query, words, title):
    page = answer_to(path, query)
    assert f'--say-opening: "{words}' in page
    assert f"<title>{title}</title>" in page


def test_our_script_stands_before_streamlits_word_for_word():
    page = shell.page("zh_CN")
    assert shell.script() in inline_scripts(page)
    assert page.index(shell.script()) < page.index('<script type="module"')


def test_other_addresses_are_streamlits():
    assert answer_to("/static/index.html") == "behind"


def test_the_maps_modules_have_an_address_that_a_browser_may_keep():
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.disconnect"}

    path = folium_map.SCRIPTS[0].removeprefix("../..")
    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "root_path": ""}
    run(Router(serve.MODULES)(scope, receive, send))
    headers = dict(sent[0]["headers"])
    assert sent[0]["status"] == 200
    assert b"javascript" in headers[b"content-type"]
    assert b"immutable" in headers[b"cache-control"]
