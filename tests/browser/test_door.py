"""The door of a real server: strangers are refused, and a page goes on answering while they try."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

pytestmark = pytest.mark.browser
ID = "12345678-1234-1234-1234-123456789abc"
UPLOAD = f"/_stcore/upload_file/{ID}/{ID}"
OFFICE, TRIES = 60, 5

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


def test_an_office_behind_one_address_comes_back_at_once(small):
    """60 pages come back after a restart and try again as Streamlit does, twice as long after each refusal."""
    with ThreadPoolExecutor(OFFICE) as pool, ExitStack() as lines:
        back = list(pool.map(lambda _: come_back(small, lines), range(OFFICE)))
    assert max(back) <= TRIES


def come_back(server, lines):
    """Open a socket after as many tries as it takes; return how many."""
    for tries in range(1, TRIES + 1):
        time.sleep(0.5 * 2 ** (tries - 1))
        with suppress(InvalidStatus):
            lines.enter_context(talk(server))
            return tries
    return TRIES + 1
