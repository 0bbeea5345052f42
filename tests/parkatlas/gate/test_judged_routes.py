"""Every route that the server inside has was judged: an upgrade that adds one fails here."""

from streamlit import net_util
from streamlit.runtime import Runtime

from parkatlas.gate import Routes
from parkatlas.ui import layout
from parkatlas.ui.map import folium_map
from parkatlas.ui.serving import serve

# Every route of Streamlit 1.67 behind the door, as a path of it, and whether the door lets anyone through.
JUDGED = {
    "/healthz": True,
    "/_stcore/health": True,
    "/_stcore/host-config": True,
    "/_stcore/stream": True,
    "/_stcore/upload_file/{session_id}/{file_id}": True,
    "/media/{file_id:path}": True,
    "/component/{path:path}": True,
    "/app/static/{path:path}": True,
    "/app/static/map/{version}": True,
    "": True,
    "/_stcore/metrics": False,
    "/_stcore/bidi-components/{path:path}": False,
    "/_stcore/agent/interact": False,
    "/_stcore/agent/openapi.json": False,
    "/_stcore/agent/mcp": False,
    "/auth/login": False,
    "/auth/logout": False,
    "/oauth2callback": False,
}


def routes():
    """Return the paths of all routes of the application."""
    before, Runtime._instance = Runtime._instance, None
    try:
        return {route.path for route in serve.app([])._build_starlette_app().routes}
    finally:
        Runtime._instance = before


def test_the_server_has_judged_routes_only_and_never_calls_out(monkeypatch):
    for name in ("get_external_ip", "get_internal_ip"):
        monkeypatch.setattr(net_util, name, getattr(net_util, name))  # put back what the application cuts off
    assert routes() == set(JUDGED), "judge what is new in parkatlas/gate/routes.py, then name it here"
    assert net_util.get_external_ip() is None


def test_a_closed_route_is_answered_with_404():
    door = Routes((path for _, path, *_ in layout.PAGES), [folium_map.NAME])
    for path in (path for path, is_open in JUDGED.items() if not is_open):
        scope = {"type": "http", "path": path.replace("{path:path}", "x/y.js"), "method": "GET", "headers": []}
        assert door.refusal(scope).status == 404
