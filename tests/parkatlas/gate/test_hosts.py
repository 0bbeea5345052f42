"""Only requests under a name of this server, from pages of this server, come in."""

import pytest

from parkatlas.gate import Hosts


def scope_of(host, origin=None, kind="http", server="127.0.0.1", more=()):
    """Return the scope of a request as an ASGI server hands it on."""
    headers = [(b"host", host.encode("latin-1")), *more]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    return {"type": kind, "path": "/", "headers": headers, "server": (server, 8501)}


def reason(scope, names=()):
    refusal = Hosts(names).refusal(scope)
    return refusal and refusal.reason


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "LOCALHOST", "[::1]:8501"])
def test_loopback_is_accepted_under_all_its_names(host):
    assert reason(scope_of(host)) is None


def test_another_address_is_accepted_by_itself_and_configured_names():
    assert reason(scope_of("10.0.0.5:8501", server="10.0.0.5")) is None
    assert reason(scope_of("park.county:8501", server="10.0.0.5"), ["Park.County"]) is None
    assert reason(scope_of("localhost:8501", server="10.0.0.5")) == "foreign_host"


FOREIGN = (
    "evil.example", "127.0.0.1.evil.example", "localhost.", "user@localhost", "localhost:8501:1", "localhost/x", "",
    "127.0.0.1 ", "0x7f000001", "2130706433", "[::ffff:10.0.0.5]", "localhost\r\nx: y", "é.example",
)  # fmt: skip


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_that_is_none_of_ours_is_refused(host):
    assert reason(scope_of(host)) == "foreign_host"


def test_a_request_with_two_hosts_is_refused():
    assert reason(scope_of("localhost", more=[(b"host", b"localhost")])) == "foreign_host"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "http://localhost.evil", ""])
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_page_of_another_server_is_refused(origin, kind):
    assert reason(scope_of("localhost:8501", origin, kind)) == "foreign_origin"


def test_a_socket_says_which_page_it_comes_from():
    assert reason(scope_of("localhost:8501", kind="websocket")) == "no_origin"
    assert reason(scope_of("localhost:8501", "http://localhost:8501", "websocket")) is None


def test_a_forwarded_host_counts_for_nothing():
    assert reason(scope_of("evil.example", more=[(b"x-forwarded-host", b"localhost")])) == "foreign_host"
