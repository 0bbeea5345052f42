"""Small files as people make them: workbooks and GeoJSON."""

import datetime as dt
import io
import json

import xlsxwriter


def workbook(*sheets, hidden=()):
    """Return an xlsx of (name, rows) sheets."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    write = sheet.write_datetime if isinstance(cell, dt.date) else sheet.write
                    write(number, column, cell)
            sheet.activate()  # a book opens on its last sheet, so that any other may be hidden
            if name in hidden:
                sheet.hide()
    return file.getvalue()


def square(lon, lat, side=0.01, **properties):
    """Return a GeoJSON feature: a square of ``side`` degrees (or metres) with these attributes."""
    ring = [[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def geojson(*features, **members):
    """Return a GeoJSON text."""
    return json.dumps({"type": "FeatureCollection", "features": features, **members}, ensure_ascii=False)
