"""Keep what every query and every page says of known regions: ``python -m scripts.snapshot FOLDER [REGION …]``.

Two folders, kept before and after a change, are compared with ``diff --recursive``: what moved is seen.
The regions are the demo, the cases, and three generated ones of 60, 300 and 1 000 projects with 36 ledgers; each is
asked on three days. A page is kept with all that the server sends for it: sentences, tables, the data of its charts,
the scenes of its maps.
"""

import json
import logging
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from bench import generate, months, ours
from parkatlas import queries
from parkatlas.demo import load
from parkatlas.demo.cases import REGIONS
from parkatlas.ui.kit import store
from parkatlas.ui.layout import PAGES
from parkatlas.workspace import Workspace

ROOT = Path(__file__).parents[1]
SIZES = (generate.Size(60, 6), generate.Size(300, 12), generate.Size(1000, 20))
# What the frontend is sent that names a moment or a process, not a figure.
PASSING = {"id", "formId", "url", "mediaId", "deferredFileId", "hash", "elementId", "arrowData"}


def regions(folder: Path) -> dict[str, Callable[[Path], object]]:
    """Return how the workspace of each region is made."""
    generated = {f"generated-{size.projects}": partial(_generated, folder=folder, size=size) for size in SIZES}
    return {"demo": load.into, **{name: partial(load.into, case=name) for name in REGIONS}, **generated}


def _generated(directory: Path, folder: Path, size: generate.Size) -> None:
    ours.fill(directory, months.files(folder / f"files-{size.projects}", size)).close()


def days(workspace: Workspace) -> list[date]:
    """Return the day of the oldest ledger, of one in the middle and of the newest."""
    imports = workspace.ask("imports")
    periods = sorted({period.date() for period in imports["period"].dropna()})
    return sorted({periods[0], periods[len(periods) // 2], periods[-1]})


def answers(workspace: Workspace, as_of: date) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield every query with its rows on that day; what it has to be told is the first that there is."""
    first = {
        "park_id": _first(workspace, "parks", "park_id", as_of),
        "project_id": _first(workspace, "projects", "project_id", as_of),
        "campaign_id": _first(workspace, "campaigns", "campaign_id", as_of),
    }
    for name, query in queries.load_all().items():
        params = {"as_of": as_of, **first}
        rows = workspace.ask(name, **{key: params[key] for key in query.param_names if key in params})
        if name == "imports":  # when they came in
            rows = rows.drop(columns=["imported_at"])
        yield name, json.loads(rows.to_json(orient="records", date_format="iso", double_precision=12))


def _first(workspace: Workspace, name: str, column: str, as_of: date) -> object:
    rows = workspace.ask(name, as_of=as_of)
    return rows[column].iloc[0] if len(rows) else None


def pages(as_of: date) -> Iterator[tuple[str, list[Any]]]:
    """Yield every page of the app with all elements that it shows on that day."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    app.query_params["as_of"] = as_of.isoformat()
    app.run()
    for file, *_ in PAGES:
        app.switch_page(file)
        app.run()
        yield (
            Path(file).stem,
            [_plain(element) for element in _elements(app.main)]
            + [{"exception": error.message} for error in app.exception],
        )


def _elements(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _elements(child)
        else:
            yield child


def _plain(element: Any) -> dict[str, Any]:
    """Return an element's kind and its contents, without what differs from run to run."""
    if element.type == "component_instance":
        scenes = [arg.bytes for arg in element.proto.special_args if arg.key == "scene"]
        return {"map": [_flat(json.loads(zlib.decompress(scene))) for scene in scenes]}
    content = _lasting(MessageToDict(element.proto)) if hasattr(element.proto, "DESCRIPTOR") else str(element.proto)
    if isinstance(content, dict) and element.type in ("arrow_data_frame", "dataframe", "table"):
        content["rows"] = json.loads(element.value.to_json(orient="split", date_format="iso", double_precision=12))
    if isinstance(content, dict) and "spec" in content:
        content["spec"] = json.loads(content["spec"])
    return {element.type: content}


def _flat(scene: dict[str, Any]) -> dict[str, Any]:
    """Return a scene as it travelled before its layers had a place of their own, so that old snapshots compare."""
    layers = {name: _before(content) for name, content in scene.pop("layers", {}).items()}
    return layers | scene


def _before(content: dict[str, Any]) -> dict[str, Any]:
    fields = {"from" if name == "unit_ids" else name: value for name, value in content.items()}
    return {name: value for name, value in fields.items() if name not in ("line", "front") or value is not None}


def _lasting(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lasting(inner) for key, inner in value.items() if key not in PASSING}
    return [_lasting(inner) for inner in value] if isinstance(value, list) else value


def keep(folder: Path, region: str, make: Callable[[Path], object]) -> None:
    """Write what a region's queries and pages say into ``folder / region``, one file a query or page and day."""
    with TemporaryDirectory(prefix="parkatlas-snapshot-") as aside:
        directory = Path(aside) / "W"
        make(directory)
        with Workspace(directory) as workspace:
            on = days(workspace)
            for as_of in on:
                for name, rows in answers(workspace, as_of):
                    _write(folder / region / str(as_of) / "queries" / f"{name}.json", rows)
        os.environ["PARKATLAS_WORKSPACE"] = str(directory)
        st.cache_data.clear()  # answers of the region before
        for as_of in on:
            for name, elements in pages(as_of):
                _write(folder / region / str(as_of) / "pages" / f"{name}.json", elements)
        store.workspace().close()


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")


def main(folder: Path, chosen: list[str]) -> None:
    """Keep the regions chosen, or all."""
    logging.disable(logging.WARNING)
    with TemporaryDirectory(prefix="parkatlas-snapshot-") as aside:
        for region, make in regions(Path(aside)).items():
            if not chosen or region in chosen:
                keep(folder, region, make)
                print(region)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
