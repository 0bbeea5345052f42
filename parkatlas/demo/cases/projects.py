"""Projects of a case from what its speech says of them: the rest of each row is drawn."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from parkatlas.demo.cases.grounds import Park, around, inside
from parkatlas.demo.cases.lives import Row
from parkatlas.demo.industries import brands, drawn
from parkatlas.demo.projects import LEADERS, OFFICERS

_REGIONS = {"珠三角": 5, "长三角": 4, "京津冀": 4, "本省": 4, "其他地区": 2, "港澳台": 1}
_FROM_ABROAD = ("港澳台", "境外")


@dataclass(frozen=True)
class Trade:
    """What a firm does: the class of GB/T 4754, the local name of the industry, its product and trade word."""

    code: str
    industry: str
    product: str
    firm: str


@dataclass(frozen=True)
class Ground:
    """Where the projects of a case may stand: the seats of its units (longitude, latitude) and its parks."""

    seats: dict[str, tuple[float, float]]
    parks: tuple[Park, ...] = ()

    def host(self, project: Row) -> str:
        """Return the unit on whose territory a project stands: its park's host, else its own if that has land."""
        park = self.park(project)
        return park.host if park else str(project.get("host_unit_name") or project["unit_name"])

    def park(self, project: Row) -> Park | None:
        """Return the park a project states."""
        return next((park for park in self.parks if park.name == project.get("park_name")), None)


def finished(  # noqa: PLR0913 - what a case says of its projects besides their rows
    rng: np.random.Generator,
    rows: list[Row],
    trades: list[Trade],
    ground: Ground,
    *,
    prefix: str,
    regions: dict[str, int] | None = None,
    intensity: tuple[float, float] = (70.0, 190.0),
) -> list[Row]:
    """Return ``rows`` with names, numbers, land, people and points, in the order of their first date.

    ``rows`` state unit, investment and stage dates, ``trades`` one each; what a row states already, stays.
    """
    projects = []
    names = brands(rng, len(rows))
    for row, trade, brand in zip(rows, trades, names, strict=True):
        region = drawn(rng, regions or _REGIONS)
        planned = float(str(row["planned_fai_wan"]))
        made: Row = {
            "project_name": f"{brand}{trade.product}项目",
            "investor_name": f"{brand}{trade.firm}有限公司",
            "source_region": region,
            "capital_type": "外资" if region in _FROM_ABROAD else "内资",
            "industry_code": trade.code,
            "industry_name": trade.industry,
            "host_unit_name": ground.host(row),
            "land_mu": round(planned / rng.uniform(*intensity), 1),
            **_point(rng, ground, row),
            "officer_name": OFFICERS[int(rng.integers(len(OFFICERS)))],
            "leader_name": LEADERS[int(rng.integers(len(LEADERS)))],
        }
        projects.append({**made, **row})
    projects.sort(key=lambda row: (min(day for day in row.values() if isinstance(day, date)), str(row["project_name"])))
    return [{"project_id": f"{prefix}{number:03d}", **row} for number, row in enumerate(projects, 1)]


def _point(rng: np.random.Generator, ground: Ground, row: Row) -> Row:
    park = ground.park(row)
    point = inside(rng, park) if park else around(rng, ground.seats[ground.host(row)], list(ground.parks))
    return {"lon": point.x, "lat": point.y}


def days(rng: np.random.Generator, count: int, first: date, last: date) -> list[date]:
    """Draw that many days between two, both included, in their order."""
    span = (last - first).days + 1
    return sorted(first + timedelta(days=int(rng.integers(span))) for _ in range(count))


def units_of(kinds: dict[str, dict[str, tuple[float, float]]]) -> list[Row]:
    """Return a register of units from {kind: {name: seat}}."""
    return [
        {"unit_name": name, "unit_kind": kind, "lon": seat[0], "lat": seat[1]}
        for kind, seats in kinds.items()
        for name, seat in seats.items()
    ]
