"""What the door goes by on this server: the workspace's limits, our pages, the scripts and tiles they need."""

from streamlit import config

from parkatlas.errors import SettingsWrong
from parkatlas.gate import Hosts, Policy, Routes, Rules, Sockets, Uploads
from parkatlas.gate.answers import Asgi
from parkatlas.gate.headers import inline_scripts
from parkatlas.gate.uploads import Budgets
from parkatlas.ui import layout
from parkatlas.ui.kit import store
from parkatlas.ui.map import folium_map, scenes
from parkatlas.ui.serving import inside, shell


def rules(names: list[str]) -> Rules:
    """Return the rules for a server that goes by ``names``; raises what opening the workspace raises."""
    limits = store.workspace().settings.gate
    config.set_option("server.maxUploadSize", limits.file_mb)
    return Rules(
        Hosts(names),
        Routes((path for _, path, *_ in layout.PAGES), [folium_map.NAME]),
        _policy(),
        Sockets(limits.sockets, limits.sockets_per_address),
        Uploads(Budgets(limits.file_mb, limits.session_mb, limits.uploads_mb), inside.kept_bytes, inside.is_open),
        inside.kind_of,
    )


def shelled(behind: Asgi) -> Asgi:
    """Return the application whose pages begin with ours."""
    return shell.Shell(behind, ["/", *(f"/{path}" for _, path, *_ in layout.PAGES)])


def _policy() -> Policy:
    scripts = [shell.script(), *(script for page in inside.pages() for script in inline_scripts(page))]
    try:
        basemap = scenes.basemap()
    except SettingsWrong:  # the pages with a map say so
        return Policy(scripts)
    return Policy([*scripts, folium_map.inline(basemap)], inside.tile_hosts(basemap))
