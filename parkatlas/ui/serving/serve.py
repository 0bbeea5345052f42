"""Serve app.py through Streamlit, with our door in front of all its routes."""

import argparse
import logging
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit import config, net_util
from streamlit.runtime.pages_manager import PagesManager

from parkatlas import charts, exports, maps, words, workspace  # noqa: F401 - loaded before the first visitor comes
from parkatlas.gate import Gate
from parkatlas.gate.answers import Asgi
from parkatlas.gate.buckets import Bucket
from parkatlas.gate.messages import LARGEST
from parkatlas.gate.routes import HEALTH, LONGEST_HEAD
from parkatlas.messages import LANGUAGES, prepare_refusals, speaking, text
from parkatlas.ui.map import folium_map
from parkatlas.ui.serving import connections

if TYPE_CHECKING:
    from socket import socket

    from starlette.responses import Response

_PATIENCE_S = 3  # at the end, for answers under way


def app(names: list[str]) -> st.App:
    """Return the application that ``names`` of this server may ask for."""
    # Streamlit would ask the internet for the addresses of this machine, and all would wait for the answer.
    net_util.get_external_ip = net_util.get_internal_ip = lambda: None
    # It takes a folder named pages for a menu of its own until the first visitor has run app.py; that visitor
    # would be told that a deep link does not exist.
    PagesManager.uses_pages_directory = False
    return st.App("app.py", routes=[Route(HEALTH, _health), *MODULES], middleware=[Middleware(_door, names=names)])


def _door(behind: Asgi, names: list[str]) -> Gate:
    """Return the door; made when the server starts, for the pages' caches want a running Streamlit."""
    from parkatlas.ui.serving.rules import rules, shelled  # noqa: PLC0415 - as said

    return Gate(shelled(behind), rules(names))


class _Kept(StaticFiles):
    """The map's modules, under an address that is new when one of them is: a browser asks for them once."""

    def file_response(self, *parts: Any, **more: Any) -> "Response":
        """Return a file that a browser may keep."""
        response = super().file_response(*parts, **more)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


MODULES = [Mount("/app/static/map/{version}", _Kept(directory=folium_map.MODULES))]


async def _health(_request: object) -> PlainTextResponse:
    return PlainTextResponse("ok")


def _is_news(record: logging.LogRecord) -> bool:
    """Tell whether a line says more than that the door has refused a socket, which uvicorn takes for a fault."""
    return "without completing handshake" not in record.getMessage()


class Sparing(logging.Filter):
    """Lets the tracebacks of unforeseen errors through, but not so many that whoever provokes them fills the disk."""

    def __init__(self, rate: float = 0.1, burst: float = 20) -> None:
        super().__init__()
        self._tracebacks = Bucket(rate, burst)

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether to write a record; all without a traceback are."""
        if not record.exc_info or self._tracebacks.tokens < 1:
            return not record.exc_info
        self._tracebacks.take()
        return True


class _Server(uvicorn.Server):
    async def startup(self, sockets: "list[socket] | None" = None) -> None:
        """Start, and say where."""
        await super().startup(sockets)
        if self.started:
            for language in LANGUAGES:
                with speaking(language):
                    print(text("gate.serving", url=_url(self.config.host, self.config.port)), flush=True)  # noqa: T201


def _url(address: str, port: int) -> str:
    try:
        host = ip_address(address)
    except ValueError:
        return f"http://{address}:{port}"
    if host.is_unspecified:
        return f"http://localhost:{port}"
    return f"http://[{host}]:{port}" if ":" in address else f"http://{host}:{port}"


def run(address: str, port: int, names: list[str]) -> None:
    """Serve until interrupted."""
    config.set_option("server.address", address)
    config.set_option("server.port", port)
    logging.getLogger("uvicorn.error").addFilter(_is_news)
    for name in ("parkatlas", "uvicorn.error"):
        logging.getLogger(name).addFilter(Sparing())
    connections.open_files()
    prepare_refusals()
    _Server(
        uvicorn.Config(
            app(names), host=address, port=port, log_level="warning", access_log=False, use_colors=False,
            server_header=False, proxy_headers=False, h11_max_incomplete_event_size=LONGEST_HEAD,
            timeout_graceful_shutdown=_PATIENCE_S, http=connections.Http, ws=connections.Socket, ws_max_size=LARGEST,
            ws_ping_interval=30, ws_ping_timeout=30, ws_per_message_deflate=False,
        )
    ).run()  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--address", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--host-name", action="append", default=[])
    options = parser.parse_args()
    run(options.address, options.port, options.host_name)
