"""A case as files: registers, the ledgers of its months, targets, campaigns, obstacles, peers and trips."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from parkatlas.demo.cases.grounds import Park
from parkatlas.demo.cases.lives import Row, Weights, ledger_row
from parkatlas.demo.files import write_features, write_table

Rows = list[Row]


@dataclass(frozen=True)
class Case:
    """What a case consists of; ``projects`` as the last month's ledger has them, ``weights`` the work of a month."""

    months: list[date]
    units: Rows
    projects: Rows
    parks: list[Park] = field(default_factory=list)
    targets: Rows = field(default_factory=list)
    campaigns: Rows = field(default_factory=list)
    obstacles: Rows = field(default_factory=list)
    peers: Rows = field(default_factory=list)
    trips: Rows = field(default_factory=list)
    weights: Weights = field(default_factory=dict)

    def ledger(self, day: date) -> Rows:
        """Return the ledger of the month that ends on ``day``."""
        rows = (ledger_row(project, day, self.months[-1], self.weights) for project in self.projects)
        return [row for row in rows if row is not None]

    def write(self, folder: Path) -> None:
        """Write the case's files into ``folder``; the same bytes every time."""
        (folder / "ledgers").mkdir(parents=True, exist_ok=True)
        write_table(folder / "units.csv", "units", self.units)
        if self.parks:
            features = [park.feature(number) for number, park in enumerate(self.parks, 1)]
            write_features(folder / "parks.geojson", list(features))
        for day in self.months:
            write_table(folder / "ledgers" / f"{day:%Y-%m}.csv", "ledger", self.ledger(day))
        for kind in ("targets", "campaigns", "obstacles", "peers", "trips"):
            if rows := getattr(self, kind):
                write_table(folder / f"{kind}.csv", kind, rows)
