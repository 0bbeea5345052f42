"""The door of a real server: strangers are refused, and a page goes on answering while they try."""

import http.client
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from parkatlas.gate.messages import ALLOWED
from parkatlas.gate.routes import LONGEST_HEAD
from parkatlas.ui.serving import connections
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser
ID = "12345678-1234-1234-1234-123456789abc"
UPLOAD = f"/_stcore/upload_file/{ID}/{ID}"
OFFICE, TRIES = 60, 5
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
    "a folder's list": ("GET", "/app/static/", {}, 404),
    "what was downloaded by others": ("GET", "/media/0123456789abcdef.csv", {}, 404),
    "an upload to a path of its own": ("PUT", f"/_stcore/upload_file/{ID}/..%2F..%2Fapp.py", {}, 400),
    "an upload by another method": ("POST", UPLOAD, {}, 405),
    "the deletion of another's file": ("DELETE", UPLOAD, {}, 403),
    "a tool's endpoint": ("POST", "/_stcore/agent/mcp", {}, 404),
    "a login that is none": ("GET", "/auth/login", {}, 404),
    "an address that is too long": ("GET", "/?" + "a" * LONGEST_HEAD, {}, 431),
    "cookies that are too long": ("GET", "/", {"Cookie": "a" * LONGEST_HEAD}, 431),
    "a body of two lengths": ("GET", "/", {"Content-Length": "5", "Transfer-Encoding": "chunked"}, 411),
}


def response(server, method, path, headers):
    place = urlsplit(server.url)
    line = http.client.HTTPConnection(place.hostname, place.port, timeout=10, source_address=STRANGER)
    line.request(method, path, headers=headers)
    answer = line.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


@pytest.mark.parametrize(("method", "path", "headers", "status"), REQUESTS.values(), ids=REQUESTS)
def test_a_stranger_is_refused(small, method, path, headers, status):
    assert response(small, method, path, headers)[0] == status
    assert response(small, "GET", "/healthz", {})[2] == b"ok"


def test_a_refusal_says_why_in_both_languages_and_repeats_nothing(small):
    _, headers, body = response(small, "GET", "/", {"Host": "<b>evil"})
    assert headers["content-type"] == "text/plain; charset=utf-8"
    assert len(body.decode().splitlines()) == 2
    assert b"evil" not in body


# What no library would send.
OURS = b"GET / HTTP/1.1\r\nHost: HERE\r\n"
SPOKEN = {
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": OURS + b"Host: evil.example\r\n\r\n",
    "a host before a colon apart": b"GET / HTTP/1.1\r\nHost : HERE\r\n\r\n",
    "another server's page": b"GET http://evil.example/ HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "a tunnel": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "a header within a header": OURS + b"X: a\rHost: evil.example\r\n\r\n",
    "a zero within a header": OURS + b"X: a\0b\r\n\r\n",
    "two lengths": OURS + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
    "a length that is none": OURS + b"Content-Length: +5\r\n\r\nabcde",
    "a body in a manner of its own": OURS + b"Transfer-Encoding: xchunked\r\n\r\n",
    "a request within another": OURS
    + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    + OURS
    + b"\r\n",
    "headers without an end": OURS + b"X: " + b"a" * 3 * LONGEST_HEAD,
    "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
    "the next version of the protocol": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


def raw_response(server, request):
    """Say something on a connection and return the answer until the server ends it."""
    place, answer = urlsplit(server.url), b""
    with socket.create_connection((place.hostname, place.port), 10, STRANGER) as line:
        line.sendall(request.replace(b"HERE", place.netloc.encode()))
        with suppress(ConnectionError):
            while more := line.recv(65536):
                answer += more
    return answer


@pytest.mark.parametrize("message", SPOKEN.values(), ids=SPOKEN)
def test_a_malformed_request_is_refused_once_and_ends_its_connection(small, message):
    answer = raw_response(small, message)
    assert answer.split(b" ", 2)[1:2] in ([b"400"], [b"403"], [b"411"], [b"431"])
    assert answer.count(b"HTTP/1.1 ") == 1
    assert response(small, "GET", "/healthz", {})[2] == b"ok"


def talk(server, **more):
    """Open a socket as a page would."""
    place = urlsplit(server.url)
    how = {"origin": server.url, "subprotocols": ["streamlit"], "max_size": None, "source_address": STRANGER} | more
    return connect(f"ws://{place.netloc}{how.pop('path', '/_stcore/stream')}", **how)


SOCKETS = {
    "no origin": ({"origin": None}, 403),
    "a foreign origin": ({"origin": "http://evil.example"}, 403),
    "a null origin": ({"origin": "null"}, 403),
    "another server of this machine": ({"origin": "http://127.0.0.1:1"}, 403),
    "two origins": ({"additional_headers": [("Origin", "http://evil.example")]}, 400),
    "a foreign host": ({"additional_headers": [("Host", "evil.example")]}, 400),
    "no protocol": ({"subprotocols": None}, 400),
    "another protocol": ({"subprotocols": ["graphql-ws"]}, 400),
    "another address": ({"path": "/_stcore/other"}, 404),
    "a page's address": ({"path": "/map"}, 404),
}


@pytest.mark.parametrize(("how", "status"), SOCKETS.values(), ids=SOCKETS)
def test_a_socket_of_no_page_is_refused(small, how, status):
    with pytest.raises(InvalidStatus) as refused, talk(small, **how):
        pass
    assert refused.value.response.status_code == status


def message_of(kind):
    message = BackMsg()
    field = message.DESCRIPTOR.fields_by_name[kind]
    if field.message_type:
        getattr(message, kind).SetInParent()
    else:
        setattr(message, kind, True)
    return message.SerializeToString()


def answers(line):
    """Ask for a page on an open socket; return whether anything comes back."""
    line.send(message_of("rerun_script"))
    return bool(line.recv(timeout=30))


NEVER_SAID = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields if field.name not in ALLOWED]


@pytest.mark.parametrize("kind", NEVER_SAID)
def test_a_message_that_pages_never_send_changes_nothing(small, kind):
    with talk(small) as line:
        line.send(message_of(kind))
        assert answers(line)
    with talk(small) as another:
        assert answers(another)


def test_the_operations_that_write_to_the_program_s_folder_are_dropped(small):
    for operation in ("install_skills", "dismiss_skills_nudge"):
        message = BackMsg()
        getattr(message.backend_operation_request, operation).SetInParent()
        with talk(small) as line:
            line.send(message.SerializeToString())
            assert answers(line)
    assert not [path for path in ROOT.rglob("SKILL.md") if ".venv" not in path.parts]


MASK = bytes(4)
ENDING = {
    "no message": b"\x82\x83" + MASK + b"\xff\xff\xff",
    "words": b"\x81\x81" + MASK + b"a",
    "an empty message": b"\x82\x80" + MASK,
    "a message that is too large": b"\x82\xff" + (1 << 21).to_bytes(8) + MASK + bytes(1 << 21),
    "a message that says it is a terabyte": b"\x82\xff" + (1 << 40).to_bytes(8) + MASK,
    "parts that are too large together": b"\x02\xfe\xff\xff"
    + MASK
    + bytes(0xFFFF)
    + 20 * (b"\0\xfe\xff\xff" + MASK + bytes(0xFFFF)),
    "a compressed message": b"\xc2\x85" + MASK + b"\xcbH\xcd\xc9\xc9",
    "a message that is not masked": b"\x82\x01a",
    "a kind of frame that there is not": b"\x83\x80" + MASK,
    "a ping that is too large": b"\x89\xfe\x01\x00" + MASK + bytes(256),
    "a flood of pings": b"\x89\x80" + MASK,
    "a flood of answers to no ping": b"\x8a\x80" + MASK,
    "a flood of empty parts": b"\x02\x80" + MASK,
    "a flood of empty messages": b"\x82\x80" + MASK,
}
AGAIN = {
    "a flood of pings": 100_000 * (b"\x89\x80" + MASK),
    "a flood of answers to no ping": 100_000 * (b"\x8a\x80" + MASK),
    "a flood of empty parts": 100_000 * (b"\0\x80" + MASK),
    "a flood of empty messages": 100_000 * (b"\x82\x80" + MASK),
}


@pytest.mark.parametrize("name", ENDING)
def test_a_message_no_page_sends_ends_its_own_socket_only(small, name):
    with talk(small) as other, talk(small) as line:
        with suppress(OSError):
            line.socket.sendall(ENDING[name] + AGAIN.get(name, b""))
        with pytest.raises(ConnectionClosed):
            listen(line)
        assert answers(other)


def test_no_socket_is_offered_compression(small):
    with talk(small, compression="deflate") as line:
        assert "Sec-WebSocket-Extensions" not in line.response.headers


def listen(line):
    """Take in what comes until the socket ends."""
    for _ in range(1000):
        line.recv(timeout=30)


def test_a_flood_of_messages_ends_its_own_socket_only(small):
    with talk(small) as other, talk(small) as flood:
        with suppress(ConnectionClosed):
            for _ in range(1000):
                flood.send(message_of("clear_cache"))
        assert answers(other)


def test_sixty_pages_behind_one_address_reconnect_at_once(small):
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


def test_a_flood_of_sockets_is_refused_to_its_own_address_only(small):
    def flood():
        for _ in range(200):
            with talk(small, source_address=("127.0.0.3", 0)):
                pass

    with pytest.raises(InvalidStatus) as refused:
        flood()
    assert refused.value.response.status_code == 429
    with talk(small) as other:
        assert answers(other)


def test_a_flood_of_silent_connections_ends_and_others_are_answered(small):
    place = urlsplit(small.url)
    connections.open_files()
    silent = [socket.create_connection((place.hostname, place.port), 30, ("127.0.0.4", 0)) for _ in range(1100)]
    assert response(small, "GET", "/healthz", {})[2] == b"ok"
    with suppress(ConnectionError):
        assert silent[-1].recv(1) == b""  # one too many
    assert silent[0].recv(1) == b""  # waited for in vain
    for line in silent:
        line.close()


def test_an_upload_needs_the_token_of_its_visit_and_keeps_its_budget(small):
    with talk(small) as line:
        line.send(message_of("rerun_script"))
        session = ForwardMsg.FromString(line.recv(timeout=30)).new_session.initialize.session_id
        path = f"/_stcore/upload_file/{session}/{ID}"
        assert response(small, "PUT", path, {"Content-Length": "0"})[0] == 403
        assert response(small, "PUT", path, {"Content-Length": str(60 << 20)})[0] == 413
        assert response(small, "PUT", path, {"Origin": "http://evil.example", "Content-Length": "0"})[0] == 403
        assert answers(line)
