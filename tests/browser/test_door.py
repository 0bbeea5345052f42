"""The door of a real server: strangers are refused, and a page goes on answering while they try."""

import http.client
import re
import socket
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from parkatlas.gate.messages import ALLOWED
from parkatlas.gate.routes import LONGEST_HEAD

pytestmark = pytest.mark.browser
ID = "12345678-1234-1234-1234-123456789abc"
UPLOAD = f"/_stcore/upload_file/{ID}/{ID}"
STRANGER = ("127.0.0.2", 0)  # the door counts an address for itself

REQUESTS = {
    "a foreign host": ("GET", "/", {"Host": "evil.example"}, 403),
    "a host that only begins like ours": ("GET", "/", {"Host": "127.0.0.1.evil.example"}, 403),
    "a foreign origin": ("GET", "/", {"Origin": "http://evil.example"}, 403),
    "a null origin": ("PUT", UPLOAD, {"Origin": "null"}, 403),
    "an upload without a page": ("PUT", UPLOAD, {}, 403),
    "a post to a page": ("POST", "/", {}, 405),
    "a method of its own": ("TRACE", "/", {}, 405),
    "figures of the server": ("GET", "/_stcore/metrics", {}, 404),
    "a file of the program": ("GET", "/app/static/../../app.py", {}, 400),
    "the same in disguise": ("GET", "/app/static/%2e%2e/%2e%2e/app.py", {}, 400),
    "a path with two slashes": ("GET", "//evil.example/", {}, 400),
    "a host by a proxy's header": ("GET", "/", {"Host": "evil.example", "X-Forwarded-Host": "127.0.0.1"}, 403),
    "a question of another page whether it may": ("OPTIONS", UPLOAD, {"Origin": "http://evil.example"}, 403),
    "a path in disguise twice": ("GET", "/app/static/%252e%252e/app.py", {}, 400),
    "a path of another system": ("GET", "/app/static/..%5C..%5Capp.py", {}, 400),
    "a path that ends early": ("GET", "/app/static/cut.js%00.png", {}, 400),
    "a file beside the map's frame": ("GET", "/component/streamlit_folium.st_folium/../../app.py", {}, 400),
    "a frame's file from the root": ("GET", "/component/streamlit_folium.st_folium/%2Fetc/passwd", {}, 400),
    "a folder's list": ("GET", "/app/static/vendor/", {}, 404),
    "what was downloaded by others": ("GET", "/media/0123456789abcdef.csv", {}, 404),
    "an upload to a path of its own": ("PUT", f"/_stcore/upload_file/{ID}/..%2F..%2Fapp.py", {}, 400),
    "an upload by another method": ("POST", UPLOAD, {}, 405),
    "the deletion of another's file": ("DELETE", UPLOAD, {}, 403),
    "a tool's endpoint": ("POST", "/_stcore/agent/mcp", {}, 404),
    "a login that is none": ("GET", "/auth/login", {}, 404),
    "too many headers": ("GET", "/", {f"X-{no}": "x" for no in range(4000)}, 400),
}


def asked(server, method, path, headers):
    place = urlsplit(server.url)
    line = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    line.request(method, path, headers=headers)
    answer = line.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


@pytest.mark.parametrize(("method", "path", "headers", "status"), REQUESTS.values(), ids=REQUESTS)
def test_a_stranger_is_refused(small, method, path, headers, status):
    assert asked(small, method, path, headers)[0] == status
    assert asked(small, "GET", "/healthz", {})[2] == b"ok"


def test_a_refusal_says_why_in_both_languages_and_repeats_nothing(small):
    _, headers, body = asked(small, "GET", "/", {"Host": "<b>evil"})
    assert headers["content-type"] == "text/plain; charset=utf-8"
    assert len(body.decode().splitlines()) == 2
    assert b"evil" not in body


def talk(server, **headers):
    """Open a socket as a page would."""
    place = urlsplit(server.url)
    given = {"origin": server.url} | headers
    return connect(f"ws://{place.netloc}/_stcore/stream", subprotocols=["streamlit"], max_size=None, **given)


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "http://127.0.0.1:1"])
def test_a_socket_from_another_page_is_refused(small, origin):
    with pytest.raises(InvalidStatus) as refused, talk(small, origin=origin):
        pass
    assert refused.value.response.status_code == 403


def said(kind):
    message = BackMsg()
    setattr(message, kind, True)
    return message.SerializeToString()


def answers(line):
    """Ask for a page on an open socket; return whether anything comes back."""
    message = BackMsg()
    message.rerun_script.SetInParent()
    line.send(message.SerializeToString())
    return bool(line.recv(timeout=30))


@pytest.mark.parametrize("kind", ["clear_cache", "load_git_info", "set_run_on_save"])
def test_a_message_that_pages_never_send_changes_nothing(small, kind):
    with talk(small) as line:
        line.send(said(kind))
        assert answers(line)
    with talk(small) as another:
        assert answers(another)


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"x" * (1 << 21)], ids=["no message", "too large"])
def test_what_is_no_message_ends_the_socket(small, data):
    with talk(small) as line:
        line.send(data)
        with pytest.raises(ConnectionClosed):
            listen(line)


def listen(line):
    """Take in what comes until the socket ends."""
    for _ in range(1000):
        line.recv(timeout=30)


def test_a_flood_ends_its_own_socket_and_no_other(small):
    with talk(small) as other, talk(small) as flood:
        with suppress(ConnectionClosed):
            for _ in range(1000):
                flood.send(said("clear_cache"))
        assert answers(other)
