"""Where the files lie that ParkAtlas brings along: beside the package in a checkout, inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "share"  # where pyproject.toml has a wheel carry them

# What a Python needs on its path to import the package; app.py, the pages and the rest lie there, too.
IMPORTED_FROM = _PACKAGE.parent
ROOT = _INSTALLED if _INSTALLED.is_dir() else IMPORTED_FROM

DATA = ROOT / "data"
PARKS = ROOT / "parks.geojson"
QUERIES = ROOT / "queries"
LOCALE = ROOT / "locale"
STATIC = ROOT / "static"
INDUSTRIES = _PACKAGE / "industries.csv"
