"""Open the demo region as a workspace: its files taken in as a county would send them."""

from pathlib import Path

from parkatlas import formats, intake
from parkatlas.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
REGION = "云川县"


def into(directory: Path) -> int:
    """Make a workspace of the demo region in ``directory``; return how many files were taken in."""
    data = ROOT / "data"
    files = [
        ("units", data / "units.geojson"),
        ("parks", ROOT / "parks.geojson"),
        *(("ledger", path) for path in sorted((data / "ledgers").glob("*.csv"))),
        *((kind, data / f"{kind}.csv") for kind in ("targets", "campaigns", "obstacles")),
    ]
    with Workspace.create(directory, REGION, is_example=True) as workspace:
        for kind, path in files:
            period = formats.period_end(path.stem) if kind == "ledger" else None
            workspace.import_file(path, kind, intake.Options(period=period), path.name, by="demo")
    return len(files)
