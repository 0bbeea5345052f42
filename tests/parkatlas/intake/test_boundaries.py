"""Boundaries: formats, coordinate systems, character sets, repairs, overlaps, areas, and what is refused."""

import io
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing, contextmanager

import geopandas as gpd
import pytest
import shapely

from parkatlas import intake
from parkatlas.filetypes import FORMATS
from parkatlas.intake import geojson as reader
from tests.parkatlas.intake.making import geojson, square

FLAT = gpd.GeoDataFrame(
    {"园区名称": ["高新园", "物流园"], "面积亩": [15.0, 15.0]},
    geometry=[shapely.box(41_500_000 + x, 4_700_000, 41_500_100 + x, 4_700_100) for x in (0, 500)],
    crs=4529,
)


def parks(files, name, content, **options):
    return files.read(name, content, "parks", **options).tables["parks"].to_pylist()


def test_a_square_of_100_m_is_a_park_of_15_mu(files):
    [park] = parks(files, "a.geojson", geojson(square(41_500_000, 4_700_000, 100, name="甲园")), crs="EPSG:4529")
    assert park["drawn_area_mu"] == pytest.approx(15, rel=1e-4)
    assert (park["lon"], park["lat"]) == (pytest.approx(123, abs=0.01), pytest.approx(42.4, abs=0.1))


def test_a_polygon_of_plain_numbers_keeps_its_holes_and_forgets_heights():
    border, hole = [[0, 0, 9], [4, 0, 9], [4, 4, 9], [0, 0, 9]], [[2, 1, 9], [3, 1, 9], [3, 2, 9], [2, 1, 9]]
    drawn = reader._polygon({"type": "Polygon", "coordinates": [border, hole]})
    assert drawn.equals_exact(shapely.Polygon([(0, 0), (4, 0), (4, 4)], [[(2, 1), (3, 1), (3, 2)]]))
    assert not drawn.has_z


@pytest.mark.parametrize("ring", [[["0", "0"], ["4", "0"], ["4", "4"]], [[0, 0], [4]], [0, 4], [[0, 0], [4, 4]], None])
def test_a_ring_of_anything_else_is_left_to_the_careful_reader(ring):
    assert reader._polygon({"type": "Polygon", "coordinates": [ring]}) is None


def test_a_geopackage_keeps_its_own_crs_and_gives_all_its_polygon_layers(files):
    FLAT.iloc[:1].to_file(files.folder / "a.gpkg", layer="甲")
    FLAT.iloc[1:].to_file(files.folder / "a.gpkg", layer="乙")
    FLAT.set_geometry(FLAT.centroid).to_file(files.folder / "a.gpkg", layer="点")
    intake = files.read("a.gpkg", None, "parks")
    assert intake.tables["parks"]["park_name"].to_pylist() == ["高新园", "物流园"]
    assert [finding.details["layers"] for finding in intake.report.warnings] == [["点"]]


@contextmanager
def open_elsewhere(path):
    """Hold a GeoPackage open with a change that only its log holds."""
    FLAT.to_file(path, layer="甲")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("pragma journal_mode = wal")
        other.execute("update gpkg_contents set description = 'changed'")
        yield other


def test_a_geopackage_whose_last_changes_stand_in_its_log_is_refused(files):
    with open_elsewhere(files.folder / "a.gpkg"):
        before = {path: path.read_bytes() for path in files.folder.iterdir()}
        assert "a.gpkg-wal" in files.refused("a.gpkg", None, "parks")["changes_beside"].message
        assert {path: path.read_bytes() for path in files.folder.iterdir()} == before


@pytest.mark.parametrize(("begins", "is_refused"), [(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", True), (bytes(8), False)])
def test_a_geopackage_with_a_change_broken_off_is_refused(files, begins, is_refused):
    FLAT.to_file(files.folder / "a.gpkg", layer="甲")
    (files.folder / "a.gpkg-journal").write_bytes(begins + bytes(504))
    if is_refused:
        assert "a.gpkg-journal" in files.refused("a.gpkg", None, "parks")["changes_beside"].message
    else:
        assert not files.read("a.gpkg", None, "parks").report.warnings


def test_a_journal_beside_the_file_that_a_link_names_is_noticed(files):
    (files.folder / "store").mkdir()
    FLAT.to_file(files.folder / "store" / "b.gpkg", layer="甲")
    (files.folder / "store" / "b.gpkg-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    (files.folder / "a.gpkg").symlink_to(files.folder / "store" / "b.gpkg")
    assert "changes_beside" in files.refused("a.gpkg", None, "parks")


def test_a_link_to_a_shapefile_has_the_parts_beside_its_file_first(tmp_path):
    (tmp_path / "store").mkdir()
    for name in ("store/b.shp", "store/b.dbf", "a.dbf", "a.prj"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.shp").symlink_to(tmp_path / "store" / "b.shp")
    assert intake.parts(tmp_path / "a.shp") == [tmp_path / name for name in ("a.shp", "store/b.dbf", "a.prj")]


def test_a_geopackage_whose_log_is_empty_is_read_without_a_warning(files):
    with open_elsewhere(files.folder / "a.gpkg") as other:
        other.execute("pragma wal_checkpoint(truncate)")
        assert (files.folder / "a.gpkg-wal").stat().st_size == 0
        assert not files.read("a.gpkg", None, "parks").report.warnings
        assert (files.folder / "a.gpkg-wal").exists()


def test_a_geopackage_whose_log_comes_alone_is_read_with_a_warning(files):
    with open_elsewhere(files.folder / "a.gpkg"):
        (files.folder / "b.gpkg").write_bytes((files.folder / "a.gpkg").read_bytes())
    [warning] = files.read("b.gpkg", None, "parks").report.warnings
    assert (warning.code, warning.value) == ("changes_unknown", "b.gpkg")


def test_a_pipe_or_a_folder_is_never_part_of_a_file(tmp_path):
    (tmp_path / "a.dbf").write_bytes(b"x")
    (tmp_path / "a.prj").mkdir()
    os.mkfifo(tmp_path / "a.cpg")
    assert intake.parts(tmp_path / "a.shp") == [tmp_path / "a.shp", tmp_path / "a.dbf"]


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030", "BIG5"])
def test_a_zipped_shapefile_without_cpg_shows_its_names(files, encoding):
    names = ["臺中港科技產業園區", "潭子科技產業園區"] if encoding == "BIG5" else ["高新产业园区", "物流产业园区"]
    FLAT.assign(NAME=names)[["NAME", "geometry"]].to_file(files.folder / "a.shp", encoding=encoding)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for suffix in ("shp", "dbf", "prj"):
            archive.write(files.folder / f"a.{suffix}", f"图/a.{suffix}")
    assert [park["park_name"] for park in parks(files, "a.zip", packed.getvalue())] == names


def test_a_shapefile_whose_names_are_not_in_the_character_set_said_is_refused(files):
    FLAT.rename(columns={"园区名称": "NAME"}).to_file(files.folder / "a.shp", encoding="GB18030")
    (files.folder / "a.cpg").unlink(missing_ok=True)
    finding = files.refused("a.shp", None, "parks", encoding="utf-8")["encoding_wrong"]
    assert finding.value == "utf-8"


def test_no_system_is_said_of_a_kml_which_is_always_in_degrees(files):
    FLAT.to_crs(4326).to_file(files.folder / "a.kml", driver="KML")
    assert "option_unfit" in files.refused("a.kml", None, "parks", crs="EPSG:4549")


def test_a_plain_shapefile_brings_its_sidecars(files):
    FLAT.rename(columns={"园区名称": "NAME"}).to_file(files.folder / "a.shp", encoding="UTF-8")
    assert [park["park_name"] for park in parks(files, "a.shp", None)] == ["高新园", "物流园"]


@pytest.mark.filterwarnings("ignore:Could not decode error message")  # the writer's own complaint about the cut
def test_a_field_name_cut_inside_a_character_is_still_known(files):
    FLAT[["园区名称", "geometry"]].to_file(files.folder / "a.shp", encoding="UTF-8")
    assert len(parks(files, "a.shp", None)) == 2


def test_a_kml_of_folders_is_read(files):
    ring = "123,42,0 123.01,42,0 123.01,42.01,0 123,42.01,0 123,42,0"
    kml = (
        '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>F</name><Placemark>'
        "<name>甲园</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        f"{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>"
    )
    assert [park["park_name"] for park in parks(files, "a.kml", kml)] == ["甲园"]


def test_several_features_of_one_name_are_one_park_of_several_parcels(files):
    features = [square(123, 42, 名称="甲园"), square(123.1, 42, 名称="甲园"), square(123.2, 42, 名称="乙园")]
    tables = files.read("a.geojson", geojson(*features), "parks").tables
    parcels = tables["parcels"].select(["park_id", "parcel_no"]).to_pylist()
    assert [tuple(parcel.values()) for parcel in parcels] == [("甲园", 1), ("甲园", 2), ("乙园", 1)]
    assert tables["parks"].num_rows == 2


def test_a_park_s_largest_free_piece_is_that_of_its_parcels(files):
    pieces = ((123, 40), (123.1, 60))
    features = [square(lon, 42, **{"名称": "甲园", "最大连片可供(亩)": mu, "地价(万元/亩)": 9.5}) for lon, mu in pieces]
    [park] = parks(files, "a.geojson", geojson(*features))
    assert (park["largest_free_mu"], park["land_price_wan_per_mu"]) == (60, 9.5)


def test_one_id_for_two_parks_is_refused(files):
    features = [square(123, 42, 名称="甲园", 园区编号="1"), square(124, 42, 名称="乙园", 园区编号="1")]
    assert files.refused("a.geojson", geojson(*features), "parks")["id_of_several"].row == 2


def test_a_bow_tie_keeps_both_its_halves_and_is_reported(files):
    bow = square(123, 42, name="甲园")
    bow["geometry"]["coordinates"] = [[[123, 42], [123.01, 42.01], [123.01, 42], [123, 42.01], [123, 42]]]
    intake = files.read("a.geojson", geojson(bow), "parks")
    [warning] = intake.report.warnings
    assert (warning.code, intake.tables["parcels"].num_rows) == ("shape_repaired", 2)
    assert "甲园" in warning.value


def test_overlaps_are_listed_and_slivers_told_apart(files):
    features = [square(123, 42, name="甲"), square(123.005, 42, name="乙"), square(123.0149999999, 42, name="丙")]
    findings = {
        finding.code: finding for finding in files.read("a.geojson", geojson(*features), "parks").report.findings
    }
    assert findings["overlap"].details["examples"][0]["names"] == ["甲", "乙"]
    assert findings["overlap_sliver"].details["count"] == 1


@pytest.mark.parametrize(
    ("header", "stated"), [("面积（公顷）", 100), ("规划面积(亩)", 1500), ("规划面积/平方米", 1_000_000), ("面积", 100)]
)
def test_stated_areas_come_to_mu_by_their_header_or_by_the_drawing(files, header, stated):
    shape = square(41_500_000, 4_700_000, 1000, name="甲", **{header: stated})
    [park] = parks(files, "a.geojson", geojson(shape), crs="4529")
    assert park["planned_area_mu"] == pytest.approx(1500)


def test_areas_more_than_a_tenth_apart_are_listed(files):
    shapes = [
        square(41_500_000 + x, 4_700_000, 100, name=f"{mu}", 面积亩=mu) for x, mu in ((0, 15), (500, 16), (900, 20))
    ]
    [warning] = files.read("a.geojson", geojson(*shapes), "parks", crs="4529").report.warnings
    assert [example["names"] for example in warning.details["examples"]] == [["20"]]


VRT = "<OGRVRTDataSource><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTDataSource>"
LINK = {"type": "link", "properties": {"href": "http://127.0.0.1:1/"}}
POINT = {"type": "Feature", "properties": {"name": "a"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (VRT, "content_unknown"),
        (geojson(square(1, 1, name="a"), crs=LINK), "crs_link"),
        (geojson(square(123, 42, foo="a")), "column_missing"),
        (geojson(POINT), "not_polygons"),
        (geojson(square(500_000, 4_700_000, 100, name="a")), "not_degrees"),
        (geojson(square(42, 123, name="a")), "axes_swapped"),
        ('{"type": "Topology"}', "not_geojson"),
        ('{"type": "FeatureCollection", "features": [', "file_broken"),
    ],
)
def test_a_boundary_file_that_misleads_is_refused(files, content, code):
    assert code in files.refused("a.geojson", content, "parks")


@pytest.mark.parametrize(
    "geometry",
    [
        '{"type": "Polygon", "coordinates": [[[0, 0], [1, 0]]]}',
        '{"type": "Polygon", "coordinates": [[["a", 0], [1, 0], [1, 1]]]}',
        '{"type": "Polygon", "coordinates": [[[1e999, 0], [1, 0], [1, 1]]]}',
        '{"type": "Polygon", "coordinates": 7}',
        '{"type": "Blob", "coordinates": []}',
        '{"type": 3}',
        '{"coordinates": []}',
        '"POLYGON EMPTY"',
        "[]",
    ],
)
def test_a_broken_shape_is_refused_with_its_row(files, geometry):
    content = f'{{"type": "Feature", "properties": {{"name": "甲园"}}, "geometry": {geometry}}}'
    assert files.refused("a.geojson", content, "parks")["shape_broken"].row == 1


def test_a_coordinate_that_is_no_number_breaks_the_file(files):
    content = geojson(square(123, 42, name="a")).replace("123", "NaN", 1)
    assert "file_broken" in files.refused("a.geojson", content, "parks")


@pytest.mark.parametrize(
    ("crs", "code"),
    [
        ("EPSG:999999", "crs_unknown"),
        ("EPSG:4214", "crs_local"),
        ("+proj=x", "crs_unknown"),
        ("EPSG:4978", "crs_not_flat"),
    ],
)
def test_a_crs_that_does_not_exist_or_cannot_be_converted_is_refused(files, crs, code):
    assert code in files.refused("a.geojson", geojson(square(123, 42, name="a")), "parks", crs=crs)


@pytest.mark.filterwarnings("ignore:Could not decode error message")  # as above
def test_metres_without_a_crs_are_refused_with_the_zone_they_point_to(files):
    FLAT.to_file(files.folder / "a.shp", encoding="UTF-8")
    (files.folder / "a.prj").unlink()
    assert files.refused("a.shp", None, "parks")["crs_missing"].details["offers"] == ["EPSG:4529"]


@pytest.mark.parametrize("member", ["../evil.shp", "/etc/evil.shp", "C:\\evil.shp", "a/..\\..\\evil.shp"])
def test_an_archive_that_leads_outside_is_refused(files, member):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, b"x")
    assert "archive_leads_out" in files.refused("a.zip", packed.getvalue(), "parks")


def test_a_link_in_an_archive_is_refused(files):
    packed, link = io.BytesIO(), zipfile.ZipInfo("a.shp")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "archive_leads_out" in files.refused("a.zip", packed.getvalue(), "parks")


def test_a_unit_may_have_no_outline(files):
    bare = {"type": "Feature", "properties": {"name": "乙局", "类型": "部门"}, "geometry": None}
    units = files.read("a.geojson", geojson(square(123, 42, name="甲镇"), bare), "units").tables["units"].to_pylist()
    assert [unit["outline"] is None for unit in units] == [False, True]
    assert (units[0]["lon"], units[1]["unit_kind"]) == (pytest.approx(123.005), "department")


@pytest.mark.parametrize("driver", sorted({each.driver for each in FORMATS.values()} - {""}))
def test_gdal_knows_no_driver_but_the_chosen_one(driver):
    ask = f"""
from parkatlas.intake import drivers
drivers.open_only({driver!r})
import pyogrio
print(list(pyogrio.list_drivers()))
"""  # in a process of its own: GDAL registers its drivers once
    process = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert process.stdout.strip() == str([driver])
