"""Make the workspaces of past releases that tests open: `python scripts/past_workspaces.py`, within a whole clone."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "parkatlas" / "workspace" / "past"
# One commit for each way in which tables or journal were kept, the oldest first.
COMMITS = ("8d14e7f", "2c4e4e9", "83d97d9", "802ecbf", "adc4299")
LEDGER = "项目名称,引进单位,园区,用地面积(亩),计划固定资产投资(万元)\n"


def _square(name: str, west: float) -> dict[str, object]:
    ring = [(west, 40), (west, 40.001), (west + 0.001, 40.001), (west + 0.001, 40), (west, 40)]
    return {"type": "Feature", "properties": {"园区名称": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


PARKS = {"type": "FeatureCollection", "features": [_square("东园", 117.0), _square("西园", 117.01)]}
FILES = {
    "units.csv": "单位名称\n甲镇\n乙镇\n",
    "parks.geojson": json.dumps(PARKS, ensure_ascii=False),
    "1.csv": f"{LEDGER}玻璃厂,甲镇,东园,10,1000\n钢厂,乙镇,西园,10,500\n",
    "2.csv": f"{LEDGER}玻璃厂,甲镇,东园,10,2000\n",
    "3.csv": f"{LEDGER}玻璃厂,甲镇,东园,10,9\n",
}
STEPS = (
    ("import", "units", "units.csv"),
    ("import", "parks", "parks.geojson"),
    ("import", "ledger", "1.csv", "--period", "2026-01"),
    ("import", "ledger", "2.csv", "--period", "2026-02"),
    ("import", "ledger", "3.csv", "--period", "2026-02"),
    ("undo", "5"),
)


def make(commit: str, folder: Path) -> None:
    """Run the program of a commit on the same files, and pack the workspace that it leaves."""
    tree, workspace = folder / "tree", folder / "W"
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(tree), commit], cwd=ROOT, check=True)
    try:
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        for step in STEPS:
            words = [str(folder / word) if word in FILES else word for word in step]
            command = [sys.executable, "-m", "parkatlas", "--workspace", str(workspace), *words]
            subprocess.run(command, cwd=tree, check=True, stdout=subprocess.DEVNULL)
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)
    with zipfile.ZipFile(FOLDER / f"{commit}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(workspace.rglob("*")):
            if path.is_file() and path.name != "lock":
                archive.write(path, path.relative_to(workspace))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for commit in COMMITS:
        with TemporaryDirectory(prefix="parkatlas-past-") as aside:
            make(commit, Path(aside))
