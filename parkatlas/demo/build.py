"""Everything the demo consists of, written into a folder: parks.geojson and data/."""

from pathlib import Path

from parkatlas.demo.calendar import ledger_months
from parkatlas.demo.cases import changtu, haigang, jilin, qingcheng, shizhi
from parkatlas.demo.constraints import layers
from parkatlas.demo.files import write_features, write_table
from parkatlas.demo.ledgers import all_ledgers
from parkatlas.demo.obstacles import obstacles
from parkatlas.demo.peers import peers
from parkatlas.demo.plans import campaigns, targets
from parkatlas.demo.registers import park_features, unit_features
from parkatlas.demo.thresholds import thresholds
from parkatlas.demo.trips import trips

CASES = {
    "qingcheng-2004": qingcheng.case,
    "changtu-2007": changtu.case,
    "jilin": jilin.case,
    "haigang-2009": haigang.case,
    "shizhi-100": shizhi.case,
}


def write(folder: Path) -> None:
    """Write parks.geojson and data/ into ``folder``; the same bytes every time."""
    directory = folder / "data"
    (directory / "ledgers").mkdir(parents=True, exist_ok=True)
    write_features(folder / "parks.geojson", park_features())
    write_features(directory / "units.geojson", unit_features())
    ledgers = all_ledgers()
    for day in ledger_months():
        write_table(directory / "ledgers" / f"{day:%Y-%m}.csv", "ledger", ledgers.month(day))
    projects = ledgers.projects
    write_table(directory / "targets.csv", "targets", targets(projects))
    write_table(directory / "campaigns.csv", "campaigns", campaigns(projects))
    write_table(directory / "obstacles.csv", "obstacles", obstacles(projects))
    write_table(directory / "peers.csv", "peers", peers(ledgers))
    (directory / "layers").mkdir(exist_ok=True)
    for kind, features in layers().items():
        write_features(directory / "layers" / f"{kind}.geojson", features)
    write_table(directory / "trips.csv", "trips", trips(projects))
    write_table(directory / "thresholds.csv", "thresholds", thresholds())
    for name, case in CASES.items():
        case().write(directory / "cases" / name)
