"""Only the routes that the pages need are open, each to its own methods."""

import pytest

from parkatlas.gate import Routes

ID = "12345678-1234-1234-1234-123456789abc"
PROTOCOL = b"sec-websocket-protocol"


def status(path, method="GET", kind="http", headers=(), query=b""):
    scope = {"type": kind, "path": path, "method": method, "headers": headers, "query_string": query}
    refusal = Routes(["per-mu"], ["map"]).refusal(scope)
    return refusal and refusal.status


OPEN = ("/", "/per-mu", "/per-mu/", "/healthz", "/static/js/a.js", "/app/static/a.js", "/media/a", "/component/map/x")


@pytest.mark.parametrize("path", OPEN)
def test_what_a_page_needs_is_open_to_be_read(path):
    assert (status(path), status(path, "HEAD"), status(path, "POST")) == (None, None, 405)


CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/component/other/x", "/mcp", "/docs", "/auth/login")


@pytest.mark.parametrize("path", CLOSED)
def test_whatever_else_the_server_inside_offers_is_closed(path):
    assert status(path) == 404


ODD = ("/static/../app.py", "/media//x", "/static/%2e%2e/x", "/a\\b", "/static/..", "x", "/\x00")


@pytest.mark.parametrize("path", ODD)
def test_an_address_that_leads_elsewhere_is_bad(path):
    assert status(path) == 400


def test_files_are_put_and_deleted_and_nothing_else():
    path = f"/_stcore/upload_file/{ID}/{ID}"
    assert [status(path, method) for method in ("PUT", "DELETE", "GET", "POST")] == [None, None, 405, 405]


def test_a_socket_has_one_address_and_one_protocol():
    assert status("/_stcore/stream", kind="websocket", headers=[(PROTOCOL, b"streamlit, token, session")]) is None
    assert status("/_stcore/other", kind="websocket", headers=[(PROTOCOL, b"streamlit")]) == 404
    assert status("/_stcore/stream", kind="websocket", headers=[(PROTOCOL, b"graphql-ws")]) == 400
    assert status("/_stcore/stream", kind="websocket", headers=2 * [(PROTOCOL, b"streamlit")]) == 400


def test_address_and_headers_together_have_a_longest():
    assert status("/", query=b"a" * 20_000) is None
    assert status("/", query=b"a" * 20_000, headers=[(b"cookie", b"a" * 20_000)]) == 431
    assert status("/" + "a" * 40_000) == 431


def test_a_body_has_a_length():
    assert status("/", headers=[(b"content-length", b"4")]) is None
    assert status("/", headers=[(b"transfer-encoding", b"chunked")]) == 411
    assert status("/", headers=[(b"content-length", b"4"), (b"transfer-encoding", b"chunked")]) == 411


def test_a_name_longer_than_any_file_has_is_nothing_here():
    assert status("/app/static/" + "a" * 255) is None
    assert [status("/app/static/" + name) for name in ("a" * 256, "园" * 86, "a/" * 600)] == [404, 404, 404]
