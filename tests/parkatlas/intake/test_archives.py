"""Archives: how much they may hold, counted while unpacking, whatever they say of themselves."""

import io
import os
import struct
import zipfile

import pytest

from parkatlas.intake import Limits, Options, Registers, archives
from parkatlas.intake.notebook import Notebook, Refused
from parkatlas.intake.source import Source
from tests.parkatlas.intake.making import workbook

LEDGER = [["项目", "总投资"], ["甲", 1]]


def packed(members, method=zipfile.ZIP_DEFLATED):
    """Return an archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_members(book, members):
    """Return a workbook with more members."""
    file = io.BytesIO(book)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_an_archive_of_too_many_files_is_refused(files):
    layer = packed({f"{number}.prj": "" for number in range(201)})
    finding = files.refused("a.zip", layer, "parks")["zip_members"]
    assert "201" in finding.message
    book = with_members(workbook(("台账", LEDGER)), {f"{number}.xml": "" for number in range(201)})
    assert "zip_members" in files.refused("a.xlsx", book)


@pytest.mark.parametrize(("name", "member"), [("a.zip", "a.shp"), ("a.kmz", "doc.kml"), ("a.ods", "content.xml")])
def test_an_archive_that_unpacks_to_a_hundred_times_its_size_is_refused(files, name, member):
    bomb = packed({member: bytes(5_000_000)} | ({"mimetype": ""} if name == "a.ods" else {}))
    assert "zip_ratio" in files.refused(name, bomb, "parks")


def test_a_workbook_packed_well_but_small_is_read(files):
    book = with_members(workbook(("台账", LEDGER)), {"docProps/notes.xml": bytes(900_000)})
    assert len(files.projects("a.xlsx", book)) == 1


def test_a_size_that_lies_is_counted_and_not_believed(files):
    book = with_members(workbook(("台账", LEDGER)), {"xl/media/picture.png": bytes(5_000_000)})
    assert struct.pack("<I", 5_000_000) in book
    assert "zip_ratio" in files.refused("a.xlsx", book.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 10)))


def test_an_archive_beyond_the_total_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "TOTAL_MB", 1)
    (tmp_path / "a.zip").write_bytes(packed({"a.dbf": os.urandom(600_000), "b.dbf": os.urandom(600_000)}))
    book = Notebook("a.zip")
    source = Source(tmp_path / "a.zip", "a.zip", Options(), book, Limits(), Registers)
    with pytest.raises(Refused, match="zip_size"):
        archives.weigh(source.path, source, "zip")


def test_other_ways_of_packing_are_refused(files):
    assert "file_broken" in files.refused("a.zip", packed({"a.shp": "x"}, zipfile.ZIP_BZIP2), "parks")


def test_a_layer_two_archives_deep_is_read_and_one_deeper_refused(files, shapefile):
    inner = packed(shapefile)
    assert files.read("a.zip", packed({"inner.zip": inner}), "parks").tables["parks"].num_rows == 1
    deeper = packed({"outer.zip": packed({"inner.zip": inner})})
    assert files.refused("a.zip", deeper, "parks")["zip_nested"].value == "inner.zip"


def test_parts_of_a_zipped_shapefile_may_differ_in_case(files, shapefile):
    parts = {("A.shp" if name == "a.shp" else name): content for name, content in shapefile.items()}
    assert files.read("a.zip", packed(parts), "parks").tables["parks"].num_rows == 1


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("a.kmz", ("doc.kml", "doc.kml")), ("a.kmz", ("a/doc.kml", "a\\doc.kml")),
        ("a.zip", ("park.shp", "park.shp")), ("a.zip", ("park.shp", "park.SHP")),
    ],
)  # fmt: skip
def test_an_archive_of_two_members_of_one_name_is_refused(files, name, members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            archive.writestr(member, b"x")
    twice = files.refused(name, file.getvalue(), "parks")["archive_twice"]
    assert twice.value == members[1].replace("\\", "/")


@pytest.fixture
def shapefile(tmp_path):
    """Return the parts of a shapefile of one park, by name."""
    import geopandas as gpd  # noqa: PLC0415 - this test only
    from shapely import box  # noqa: PLC0415 - as above

    folder = tmp_path / "shapefile"
    folder.mkdir()
    gpd.GeoDataFrame({"name": ["高新园"]}, geometry=[box(117, 31, 117.01, 31.01)], crs=4326).to_file(folder / "a.shp")
    return {path.name: path.read_bytes() for path in folder.iterdir()}
