"""Constraint layers: any coordinate system, rings mended and named, a name and a kind; what is none is refused."""

import json

import geopandas as gpd
import pytest
import shapely

from tests.parkatlas.intake.making import geojson, square

CROSSED = [[117, 31], [117.01, 31.01], [117.01, 31], [117, 31.01], [117, 31]]
BOW_TIE = {
    "type": "Feature",
    "properties": {"图斑编号": "坏"},
    "geometry": {"type": "Polygon", "coordinates": [CROSSED]},
}
KINDS = {
    "云川县永久基本农田": "farmland",
    "生态红线": "ecology",
    "城东控规": "control",
    "总体规划": "plan",
    "x": "other",
}


def patches(files, name, content, **options):
    return files.read(name, content, "layers", **options).tables["layers"].to_pylist()


def test_a_square_of_100_m_is_a_patch_of_15_mu(files):
    drawn = geojson(square(41_500_000, 4_700_000, 100, 图斑编号="JBNT001"))
    (patch,) = patches(files, "图.geojson", drawn, crs="EPSG:4529", layer_name="农田", layer_kind="farmland")
    assert (patch["layer_name"], patch["layer_kind"], patch["patch_name"]) == ("农田", "farmland", "JBNT001")
    assert patch["drawn_area_mu"] == pytest.approx(15, rel=1e-4)
    assert shapely.from_wkb(patch["outline"]).centroid.x == pytest.approx(123, abs=0.01)


@pytest.mark.parametrize(("stem", "kind"), KINDS.items())
def test_a_layer_nobody_named_is_called_and_sorted_by_its_file(files, stem, kind):
    (patch,) = patches(files, f"{stem}.geojson", geojson(square(117, 31)))
    assert (patch["layer_name"], patch["layer_kind"]) == (stem, kind)


def test_a_ring_that_crosses_itself_is_mended_and_named(files):
    taken = files.read("农田.geojson", geojson(BOW_TIE), "layers")
    (mended,) = [finding for finding in taken.report.warnings if finding.code == "shape_repaired"]
    assert "坏" in mended.value
    shape = shapely.from_wkb(taken.tables["layers"]["outline"][0].as_py())
    assert shape.is_valid
    # The two triangles of the bow tie: a half of the square, where the naive repair keeps a quarter.
    assert shape.area == pytest.approx(0.00005)


def test_a_patch_without_shape_is_left_out_and_told(files):
    bare = {"type": "Feature", "properties": {"图斑编号": "乙"}, "geometry": None}
    taken = files.read("农田.geojson", geojson(square(117, 31), bare), "layers")
    assert taken.tables["layers"].num_rows == 1
    assert [finding.value for finding in taken.report.warnings if finding.code == "patch_left_out"] == ["乙"]


def test_a_zipped_shapefile_in_metres_needs_no_word_of_its_crs(files):
    drawn = gpd.GeoDataFrame({"TBBH": ["1"]}, geometry=[shapely.box(41_500_000, 4_700_000, 41_500_100, 4_700_100)])
    drawn.set_crs(4529).to_file(files.folder / "农田.shp", encoding="UTF-8")
    (patch,) = patches(files, "农田.shp", None)
    assert (patch["patch_name"], round(patch["drawn_area_mu"], 1)) == ("1", 15.0)


def test_a_table_or_points_are_refused_with_what_is_needed(files):
    assert "layer_no_shapes" in files.refused("农田.csv", "图斑编号\n1\n", "layers")
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [117, 31]}}
    assert "not_polygons" in files.refused("a.geojson", json.dumps(point), "layers")
    assert "not_polygons" in files.refused("b.geojson", geojson({**point, "geometry": None}), "layers")
