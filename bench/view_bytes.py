"""Bytes of one map view: the component's real arguments, against one folium marker per project."""

import json
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import folium
import pandas as pd

from bench import generate, regions, session
from bench.timing import Finding, fresh
from parkatlas.ui.kit import store
from parkatlas.ui.map import folium_map

AIM_BYTES, AIM_SHARE = 256 * 1024, 0.02
COMPARED = generate.SIZES[2]
ZOOMS = 7


def measure(sizes: tuple[generate.Size, ...]) -> list[Finding]:
    """Return the largest view of every size, from the whole region in to single projects, and the share of folium's."""
    findings = []
    for size in sizes:
        views = json.loads(fresh("view_bytes", regions.workspace(size)))
        findings.append(Finding(f"map view, {size.projects:,} projects: whole region", views[0] / 1024, unit="kB"))
        findings.append(
            Finding(f"map view, {size.projects:,} projects: largest", max(views) / 1024, AIM_BYTES / 1024, "kB")
        )
        if size == COMPARED:
            markers = len(_one_marker_each(regions.files(size)[1]).encode())
            findings.append(Finding(f"one folium marker each, {size.projects:,} projects", markers / 1024, unit="kB"))
            label = f"map view, {size.projects:,} projects: largest ÷ folium markers"
            findings.append(Finding(label, max(views) / markers, AIM_SHARE, "×"))
    return findings


def views_of(workspace: Path) -> list[int]:
    """Return the bytes of each view on the map page: the whole region, then in towards the densest place."""
    sent: list[dict[str, Any]] = []
    with patch.object(folium_map, "component", lambda: lambda **arguments: sent.append(arguments)):
        app = session.opened(workspace)
        session.turn_to(app, "park_map")
        sent = sent[-1:]
        cells = store.workspace().ask("project_cells", cell_lon=0.01, cell_lat=0.01)
        lon, lat = float(cells["lon"][0]), float(cells["lat"][0])
        for zoom in range(8, 8 + 2 * ZOOMS):
            half = 380 * 360 / 256 / 2**zoom
            app.session_state["map"] = {
                "view": [lon - half, lat - half, lon + half, lat + half, zoom],
                "selected": None,
            }
            session.run(app)
    return [_size(arguments) for arguments in sent]


def _size(arguments: dict[str, Any]) -> int:
    plain = {name: value for name, value in arguments.items() if name not in ("scene", "on_change", "args", "key")}
    return len(arguments["scene"]) + len(json.dumps(plain).encode())


def _one_marker_each(table: Path) -> str:
    """Return the page that folium writes with nothing but a circle at every project."""
    ledger = pd.read_csv(table)
    ground = folium.Map(prefer_canvas=True)
    for lon, lat in zip(ledger["经度（度）"], ledger["纬度（度）"], strict=True):
        folium.CircleMarker((lat, lon)).add_to(ground)
    return ground.get_root().render()


if __name__ == "__main__":
    print(json.dumps(views_of(Path(sys.argv[1]))))
