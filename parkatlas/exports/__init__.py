"""Exports: files that leave the system, each carrying its title, date, basis and source."""

from parkatlas.exports import sheet, siting
from parkatlas.exports.file_names import file_name
from parkatlas.exports.pictures import lacking, to_png
from parkatlas.exports.tables import to_csv, to_xlsx

__all__ = ["file_name", "lacking", "sheet", "siting", "to_csv", "to_png", "to_xlsx"]
