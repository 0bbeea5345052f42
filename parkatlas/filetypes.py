"""The kinds of files that people bring in and the formats these come in: one record each, which all else reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class FileFormat:
    """A format: its code in messages, its name, its endings (the usual one first), and which module reads it.

    ``reader`` is a module of ``parkatlas.intake`` whose ``read`` returns the layers of a format that ``is_drawn``, the
    sheet of any other. Content is known by its first bytes (``starts``), by patterns that members of an archive fit
    (``members``), or by how a text begins (``opens``) and what stands in it (``mark``).
    An ``is_archive`` is weighed before anything opens it; of what it ``packs``, another format's code, the reader gets
    the members. ``parts`` are the endings of files that lie beside the one that is named. GDAL reads with ``driver``.
    ``options`` are what a person may decide about such a file: its sheet (or layer), crs or encoding.
    """

    code: str
    label: str
    endings: tuple[str, ...]
    reader: str
    is_drawn: bool = False
    starts: tuple[bytes, ...] = ()
    members: tuple[str, ...] = ()
    opens: tuple[bytes, ...] = ()
    mark: bytes = b""
    is_archive: bool = False
    packs: str = ""
    parts: tuple[str, ...] = ()
    driver: str = ""
    options: tuple[str, ...] = ()


_SHEETS = ("sheet",)
_LAYERS = ("sheet", "crs")  # of KML the format says the system: WGS 84
_SHAPES = ("sheet", "crs", "encoding")
# Content is of the first format that it fits. An archive and a text that fit none are of the formats without a sign of
# their own: a zipped shapefile, a table.
FORMATS: dict[str, FileFormat] = {each.code: each for each in (
    FileFormat(
        "xlsb", "Excel", (".xlsb",), "workbooks", is_archive=True, members=("xl/workbook.bin",), options=_SHEETS,
    ),
    FileFormat("xlsx", "Excel", (".xlsx", ".xlsm"), "workbooks", is_archive=True, members=("xl/*",), options=_SHEETS),
    FileFormat(
        "xls", "Excel", (".xls", ".et"), "workbooks", starts=(b"\xd0\xcf\x11\xe0", b"\x09\x08"), options=_SHEETS,
    ),
    FileFormat(
        "ods", "OpenDocument", (".ods",), "workbooks", is_archive=True, members=("content.xml", "mimetype"),
        options=_SHEETS,
    ),
    FileFormat("csv", "CSV", (".csv", ".txt", ".tsv"), "csvs", options=("encoding",)),
    FileFormat(
        "geojson", "GeoJSON", (".geojson", ".json"), "geojson", is_drawn=True, opens=(b"{", b"["), options=("crs",),
    ),
    FileFormat(
        "shp", "Shapefile", (".shp",), "gdal", is_drawn=True, driver="ESRI Shapefile",
        starts=(b"\x00\x00\x27\x0a",), parts=(".dbf", ".shx", ".prj", ".cpg"), options=_SHAPES,
    ),
    FileFormat(
        "shp.zip", "Shapefile", (".zip",), "gdal", is_drawn=True, is_archive=True, packs="shp", options=_SHAPES,
    ),
    FileFormat(
        "gpkg", "GeoPackage", (".gpkg",), "geopackages", is_drawn=True, driver="GPKG",
        starts=(b"SQLite format 3\x00",), parts=(".gpkg-wal", ".gpkg-journal"), options=_LAYERS,
    ),
    FileFormat(
        "kml", "KML", (".kml",), "gdal", is_drawn=True, driver="LIBKML", opens=(b"<",), mark=b"<kml", options=_SHEETS,
    ),
    FileFormat(
        "kmz", "KML", (".kmz",), "gdal", is_drawn=True, is_archive=True, members=("*.kml",), packs="kml",
        options=_SHEETS,
    ),
)}  # fmt: skip


@dataclass(frozen=True)
class FileKind:
    """A kind of file: its code (the command's word), the table of its rows, and which module checks it.

    ``reader`` is a module of ``parkatlas.intake``. ``columns`` are what a file may hold, in the template's order, the
    name of a row's subject first; a file without its ``required`` ones is refused. What it says in ``stated`` ones is
    no fact yet. It may come as a table, drawn, or either way. ``asks`` is what a file cannot say itself and form and
    command line ask for: "period" or "layer".
    """

    code: str
    table: str
    reader: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    stated: tuple[str, ...] = ()
    is_table: bool = True
    is_drawn: bool = False
    asks: str = ""

    @property
    def formats(self) -> list[FileFormat]:
        """The formats it comes in."""
        return [each for each in FORMATS.values() if (self.is_drawn if each.is_drawn else self.is_table)]

    @property
    def stored(self) -> list[str]:
        """The columns of its table that hold its columns, in their order."""
        return [f"stated_{name}" if name in self.stated else name for name in self.columns]

    @property
    def endings(self) -> list[str]:
        """The endings of all files that a person may bring for it, parts of a file too."""
        return [ending for each in self.formats for ending in (*each.endings, *each.parts)]


KINDS: dict[str, FileKind] = {each.code: each for each in (
    FileKind(
        "parks", table="parks", reader="parks", is_drawn=True,
        required=("park_name",),
        columns=(
            "park_name", "park_id", "park_level", "zone_name", "host_unit_name", "park_industries", "planned_area_mu",
            "ready_area_mu", "supplied_area_mu", "built_area_mu", "largest_free_mu", "park_threshold_wan_per_mu",
            "land_price_wan_per_mu", "motorway_km", "rail_km", "port_km", "airport_km", "has_road", "has_water",
            "has_sewer", "has_power", "has_gas", "has_heat", "has_telecom", "is_levelled", "established_on",
            "merged_into_name", "merged_on",
        ),
    ),
    FileKind(
        "units", table="units", reader="units", is_drawn=True,
        required=("unit_name",),
        columns=("unit_name", "unit_id", "unit_kind", "lon", "lat"),
    ),
    FileKind(
        "ledger", table="projects", reader="ledger", asks="period",
        required=("project_name",), stated=("park_name",),
        columns=(
            "project_name", "project_id", "unit_name", "host_unit_name", "park_name", "investor_name", "source_region",
            "capital_type", "industry_code", "industry_name", "address", "lon", "lat", "land_mu", "contract_wan",
            "planned_fai_wan", "done_fai_wan", "in_place_wan", "outside_in_place_wan", "foreign_usd_wan", "output_wan",
            "tax_wan", "stage", "lead_on", "negotiating_on", "intent_on", "agreement_on", "signed_on", "started_on",
            "building_on", "completed_on", "producing_on", "at_capacity_on", "dropped_on", "drop_reason",
            "planned_start_on", "planned_completion_on", "planned_production_on", "supplied_on", "agreed_start_on",
            "leader_name", "officer_name",
        ),
    ),
    FileKind(
        "targets", table="targets", reader="targets",
        required=("year", "metric", "target_value"),
        columns=("year", "metric", "target_value", "target_tier", "unit_name", "park_name"),
    ),
    FileKind(
        "campaigns", table="campaigns", reader="campaigns",
        required=("campaign_name", "first_on", "last_on", "metric", "target_value"),
        columns=("campaign_name", "first_on", "last_on", "unit_name", "metric", "target_value"),
    ),
    FileKind(
        "obstacles", table="obstacles", reader="obstacles",
        required=("project_names", "obstacle_kind"),
        columns=(
            "project_names", "obstacle_kind", "description", "raised_on", "due_on", "resolved_on", "unit_name", "lon",
            "lat", "obstacle_id",
        ),
    ),
    FileKind(
        "peers", table="peers", reader="peers",
        required=("peer_name", "indicator"),
        columns=("peer_name", "indicator", "peer_value", "growth_pct"),
    ),
    FileKind(
        "thresholds", table="thresholds", reader="thresholds",
        required=("park_name", "valid_from_on", "threshold_wan_per_mu", "threshold_source"),
        columns=("park_name", "valid_from_on", "threshold_wan_per_mu", "threshold_source"),
    ),
    FileKind(
        "decisions", table="decisions", reader="decisions",
        required=("project_name", "outcome", "decided_on"),
        columns=("project_name", "outcome", "decided_on", "heir_name", "decision_note"),
    ),
    FileKind(
        "trips", table="trips", reader="trips",
        required=("team_name", "trip_region", "first_on"),
        columns=(
            "team_name", "trip_region", "first_on", "last_on", "traveller_count", "trip_leader_name", "unit_name",
            "visited_count", "lead_count", "brought_names", "trip_notes",
        ),
    ),
    FileKind(
        "layers", table="layers", reader="constraints", is_table=False, is_drawn=True,
        asks="layer", required=(),
        columns=("patch_name",),
    ),
)}  # fmt: skip


def listed(formats: Iterable[FileFormat]) -> str:
    """Name formats and their endings, as ``CSV (.csv .txt .tsv), Shapefile (.shp .zip)``."""
    endings: dict[str, list[str]] = {}
    for each in formats:
        endings.setdefault(each.label, []).extend(each.endings)
    return ", ".join(f"{label} ({' '.join(group)})" for label, group in endings.items())


def ending(name: str) -> str:
    """Return a file name's ending in lower case, if it is one of any format or its parts; else nothing."""
    own = PurePath(name).suffix.lower()
    return own if any(own in (*each.endings, *each.parts) for each in FORMATS.values()) else ""


def in_parts(name: str) -> FileFormat | None:
    """Return the format of a file that has others belong to it, as its name tells; None for all others."""
    return next((each for each in FORMATS.values() if each.parts and _split(name)[1] in each.endings), None)


def parts_of(name: str, others: Iterable[str]) -> list[str]:
    """Return those among ``others`` that are parts of the file ``name``, as a shapefile has them, one of each ending.

    The letters' case tells two files of a folder apart; where there is none of the very same name, it does not.
    """
    this, stem = in_parts(name), _split(name)[0]
    if this is None:
        return []
    alike = sorted(other for other in others if other != name and _split(other)[0].lower() == stem.lower())
    mains = {_split(other)[0] for other in alike if _split(other)[1] in this.endings}
    parts = []
    for wanted in this.parts:
        with_it = [other for other in alike if _split(other)[1] == wanted]
        exact = [other for other in with_it if _split(other)[0] == stem]
        loose = [other for other in with_it if _split(other)[0] not in mains]
        parts += (exact or loose)[-1:]
    return parts


def _split(name: str) -> tuple[str, str]:
    suffix = PurePath(name).suffix
    return name.removesuffix(suffix), suffix.lower()
