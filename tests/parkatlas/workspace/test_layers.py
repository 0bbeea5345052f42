"""Constraint layers in a workspace: each name has its newest import in force, through undo, redo and rebuild."""

from datetime import date

import pytest

from parkatlas.analysis import constraints
from parkatlas.intake import Offer, Options
from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making

TODAY = date(2026, 2, 28)


def take(workspace, path, name, east):
    """Import a layer of one square of 100 m, so many metres east of the parks' corner."""
    options = Options(crs=making.METRES, layer_name=name, layer_kind="farmland")
    return workspace.import_file(Offer(making.squares(path, 图斑=east), "layers", path.name, options))


def overlaps(workspace):
    """Return {(park, layer): mu shared}."""
    rows = constraints.of_parks(workspace.boundaries(TODAY), workspace.layers(TODAY))
    return {(row.park_id, row.layer_name): round(row.overlap_mu, 1) for row in rows.itertuples()}


@pytest.fixture
def two(workspace, tmp_path):
    """A workspace whose 东园 lies half under 农田 and quite under 红线."""
    take(workspace, tmp_path / "a.geojson", "农田", 50)
    take(workspace, tmp_path / "b.geojson", "红线", 0)
    return workspace


def test_layers_of_different_names_hold_beside_each_other(two):
    assert overlaps(two) == {("东园", "农田"): 7.5, ("东园", "红线"): 15.0}
    assert two.ask("layers")[["layer_name", "patch_count"]].to_numpy().tolist() == [["农田", 1], ["红线", 1]]


def test_a_newer_import_of_a_name_supersedes_it_until_it_is_undone(two, tmp_path):
    newer = take(two, tmp_path / "c.geojson", "农田", 1000).import_id
    assert overlaps(two) == {("西园", "农田"): 15.0, ("东园", "红线"): 15.0}
    assert two.ask("imports").set_index("import_id")["is_in_force"][newer - 2 :].tolist()[:1] == [True]
    two.undo(newer)
    assert overlaps(two) == {("东园", "农田"): 7.5, ("东园", "红线"): 15.0}
    two.redo(newer)
    assert ("西园", "农田") in overlaps(two)


def test_a_rebuild_brings_back_the_layers(two, directory):
    before = overlaps(two)
    two.close()
    with Workspace.rebuild(directory) as again:
        assert overlaps(again) == before
        assert again.ask("imports")["layer_name"].dropna().tolist() == ["红线", "农田"]
