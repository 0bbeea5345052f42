"""GDAL with one door open: only the drivers we chose are registered, and no network."""

import os

# GDAL picks a driver by content: every driver that is not wanted is left out before GDAL's first import.
DRIVERS = (
    "ESRI Shapefile", "GPKG", "LIBKML",
    "MEM", "PCIDSK", "PDS4", "VICAR", "PDF", "MBTiles", "EEDA", "OGCAPI", "GDALG", "MapInfo File", "LVBAG",
    "S57", "DGN", "OGR_VRT", "VRT", "CSV", "GML", "GPX", "KML", "GeoJSON", "GeoJSONSeq", "ESRIJSON", "TopoJSON",
    "OGR_GMT", "SQLite", "WAsP", "OpenFileGDB", "DXF", "FlatGeobuf", "GeoRSS", "VFK", "PGDUMP", "OSM",
    "GPSBabel", "OGR_PDS", "WFS", "OAPIF", "EDIGEO", "Idrisi", "ODS", "XLSX", "XLS", "Elasticsearch", "Carto",
    "AmigoCloud", "SXF", "Selafin", "JML", "PLSCENES", "CSW", "VDV", "MVT", "NGW", "MapML", "GTFS", "PMTiles",
    "JSONFG", "MiraMonVector", "ADBC", "AVCBin", "AVCE00", "AIVector", "HTTP", "PostgreSQL", "MySQL",
    "MSSQLSpatial", "ODBC", "PGeo", "OCI", "Parquet", "Arrow", "netCDF", "GMLAS", "CAD", "DWG", "FileGDB",
    "HANA", "MongoDBv3", "NAS", "Interlis 1", "Interlis 2", "STACIT",
)  # fmt: skip


def open_only(wanted: str) -> None:
    """Leave GDAL only this driver; to be called before pyogrio is imported."""
    os.environ["GDAL_SKIP"] = ",".join(name for name in DRIVERS if name != wanted)
    os.environ["OGR_SKIP"] = os.environ["GDAL_SKIP"]
    os.environ["SHAPE_RESTORE_SHX"] = "YES"
