"""What travels to the browser is declared once, for Python and for the map's scripts."""

import json

import pandas as pd

from parkatlas import maps
from parkatlas.maps import payload
from scripts import scene_types
from tests import declared
from tests.parkatlas.maps import toys


def test_the_types_of_the_scripts_are_those_of_python():
    written = scene_types.TYPES.read_text(encoding="utf-8")
    assert written == scene_types.declared(), "run python scripts/scene_types.py"


def test_cells_are_as_declared():
    frame = pd.DataFrame(
        {"lon": [124.0, 124.5], "lat": 42.0, "project_count": [9, 20_000], "invested_wan": [1.0, None]}
    )
    content = maps.cells(frame.assign(reached_share_pct=[50.0, None])).content
    assert declared.faults(json.loads(json.dumps(content)), payload.Cells) == []


def test_a_scene_with_a_strange_missing_or_wrong_field_is_faulty():
    scene = toys.unpacked(maps.Scene((124.0, 42.0, 124.1, 42.1), toys.view()).packed())
    assert declared.faults(scene, payload.Scene) == []
    assert declared.faults(scene | {"layers": {"clouds": {}}}, payload.Scene) == ["value.layers.clouds is not declared"]
    assert declared.faults(scene | {"zoom": 1.5}, payload.Scene) == ["value.zoom is 1.5"]
    del scene["texts"]
    assert declared.faults(scene, payload.Scene) == ["value.texts is missing"]
