"""Only the routes that the pages need are open, each to its own methods."""

import pytest

from parkatlas.gate import Routes

ID = "12345678-1234-1234-1234-123456789abc"


def status(path, method="GET", kind="http", protocols=()):
    headers = [(b"sec-websocket-protocol", protocol) for protocol in protocols]
    scope = {"type": kind, "path": path, "method": method, "headers": headers}
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
    assert status("/_stcore/stream", kind="websocket", protocols=[b"streamlit, token, session"]) is None
    assert status("/_stcore/other", kind="websocket", protocols=[b"streamlit"]) == 404
    assert status("/_stcore/stream", kind="websocket", protocols=[b"graphql-ws"]) == 400
    assert status("/_stcore/stream", kind="websocket", protocols=[b"streamlit", b"streamlit"]) == 400
