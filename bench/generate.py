"""Parks and ledgers of any size, the same at every run: what the benchmarks measure on."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.random import Generator, default_rng

from parkatlas.columns import column
from parkatlas.terms import STAGES

SEED = 20260731
PERIOD = "2026-06"

# Parks stand on a jittered grid so far apart that none overlaps another: a spatial join then counts nothing twice.
_SPACING, _LARGEST = 0.12, 0.04
_CORNER = (110.0, 29.0)
_INDUSTRIES = ("装备制造", "新材料", "电子信息", "食品加工", "生物医药", "现代物流", "纺织服装", "新能源", "化工")
_STAGE_SHARES = (0.03, 0.05, 0.05, 0.06, 0.16, 0.12, 0.20, 0.08, 0.18, 0.04, 0.03)
_UNITS_MOST = 400


@dataclass(frozen=True)
class Size:
    """One size of region: how many projects in how many parks."""

    projects: int
    parks: int


SIZES = (Size(300, 12), Size(5_000, 50), Size(100_000, 250), Size(1_000_000, 2_700))


@dataclass(frozen=True)
class Parks:
    """Star-shaped parks: centres in degrees, and for each the radius at every vertex, in degrees."""

    centres: np.ndarray
    radii: list[np.ndarray]

    def ring(self, park: int) -> np.ndarray:
        """Return one park's outline, closed, longitude and latitude."""
        angles = np.linspace(0, 2 * np.pi, len(self.radii[park]), endpoint=False)
        spokes = self.radii[park][:, None] * np.column_stack([np.cos(angles), np.sin(angles)])
        return np.round(self.centres[park] + np.vstack([spokes, spokes[:1]]), 6)

    @property
    def names(self) -> list[str]:
        """The parks' names."""
        return [f"第{park + 1:04d}工业园" for park in range(len(self.radii))]


def parks(count: int) -> Parks:
    """Return ``count`` parks of 60 to 800 vertices."""
    rng = default_rng(SEED + count)
    side = int(np.ceil(np.sqrt(count)))
    cells = np.column_stack(np.divmod(np.arange(count), side))[:, ::-1]
    centres = np.array(_CORNER) + _SPACING * (cells + 0.5) + rng.uniform(-0.015, 0.015, (count, 2))
    return Parks(centres, [_radii(rng, int(rng.integers(60, 801))) for _ in range(count)])


def write_parks(path: Path, made: Parks) -> None:
    """Write the parks as GeoJSON with the template's headers."""
    features = [
        {
            "type": "Feature",
            "properties": {column("park_name").labels[0]: name, column("park_level").labels[0]: "省级"},
            "geometry": {"type": "Polygon", "coordinates": [made.ring(park).tolist()]},
        }
        for park, name in enumerate(made.names)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")


def ledger(size: Size, made: Parks) -> pd.DataFrame:
    """Return a ledger with the template's headers: clustered in the parks, a tenth outside, a few cells missing.

    Half the projects state the park that they stand in.
    """
    rng = default_rng(SEED + size.projects)
    count = size.projects
    weights = 1 / np.arange(1, size.parks + 1) ** 0.6
    park = rng.permutation(size.parks)[rng.choice(size.parks, count, p=weights / weights.sum())]
    points, is_outside = _points(rng, made, park)
    land = rng.lognormal(3.6, 0.9, count)
    planned = land * rng.lognormal(4.75, 0.55, count)
    stage = rng.choice(len(STAGES), count, p=_STAGE_SHARES)
    signed = np.datetime64("2021-01-01") + rng.integers(0, 1990, count).astype("timedelta64[D]")
    digits = pd.Series(np.arange(1, count + 1)).astype(str).str.zfill(7)
    units = [f"{number + 1:03d}镇" for number in range(min(_UNITS_MOST, size.parks * 4))]
    is_started = (stage >= 5) & (stage <= 9)
    done = np.where(is_started, planned * rng.uniform(0.05, 1.0, count), 0)
    columns = {
        "project_name": "项目" + digits,
        "project_id": "P" + digits,
        "unit_name": rng.choice(units, count),
        "park_name": np.where((rng.random(count) < 0.5) & ~is_outside, np.array(made.names)[park], ""),
        "investor_name": "投资企业" + digits,
        "capital_type": rng.choice(["内资", "外资"], count, p=[0.93, 0.07]),
        "industry_code": rng.choice([f"C{code}" for code in range(1311, 4390, 37)], count),
        "industry_name": rng.choice(_INDUSTRIES, count),
        "lon": points[:, 0].round(6),
        "lat": points[:, 1].round(6),
        "land_mu": _with_gaps(rng, land.round(2), 0.03),
        "contract_wan": (planned * rng.uniform(1.0, 1.5, count)).round(1),
        "planned_fai_wan": _with_gaps(rng, planned.round(1), 0.04),
        "done_fai_wan": done.round(1),
        "in_place_wan": (done * rng.uniform(0.8, 1.1, count)).round(1),
        "stage": np.array([term.labels[0] for term in STAGES])[stage],
        "signed_on": _dates(signed, (stage >= 4) & (stage <= 9)),
        "started_on": _dates(signed + rng.integers(1, 30, count).astype("timedelta64[D]"), is_started),
    }
    return pd.DataFrame({_header(name): values for name, values in columns.items()})


def files(folder: Path, size: Size) -> tuple[Path, Path]:
    """Return the parks' GeoJSON and the ledger's CSV of a size, made where they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    boundaries, table = folder / f"parks-{size.parks}.geojson", folder / f"ledger-{size.projects}.csv"
    if not boundaries.exists() or not table.exists():
        made = parks(size.parks)
        write_parks(boundaries, made)
        ledger(size, made).to_csv(table, index=False)
    return boundaries, table


def book(folder: Path, size: Size) -> Path:
    """Return the ledger of a size as a workbook, made where it is missing."""
    path = folder / f"ledger-{size.projects}.xlsx"
    if not path.exists():
        ledger(size, parks(size.parks)).to_excel(path, index=False, engine="xlsxwriter")
    return path


def _header(name: str) -> str:
    entry = column(name)
    return f"{entry.labels[0]}（{entry.unit}）" if entry.unit else entry.labels[0]


def _radii(rng: Generator, vertices: int) -> np.ndarray:
    """Return radii of a ring that wanders as a boundary does: a few long waves and fine jitter."""
    angles = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    waves = sum(rng.uniform(0.02, 0.1) * np.cos(k * angles + rng.uniform(0, 7)) for k in range(2, 8))
    return float(rng.uniform(0.3, 0.62)) * _LARGEST * (1 + waves + rng.normal(0, 0.003, vertices))


def _points(rng: Generator, made: Parks, park: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a point for each project, and which of them stand outside all parks or anywhere."""
    vertices = np.array([len(ring) for ring in made.radii])
    firsts = np.concatenate([[0], np.cumsum(vertices)[:-1]])
    turn = rng.random(len(park))
    # Within the smaller of the sector's two spokes and clear of the chord between them: surely inside.
    smaller = np.concatenate([np.minimum(ring, np.roll(ring, -1)) * np.cos(np.pi / len(ring)) for ring in made.radii])
    radius = smaller[firsts[park] + (turn * vertices[park]).astype(int)]
    reach = 0.94 * radius * np.sqrt(rng.random(len(park)))
    spokes = np.column_stack([np.cos(2 * np.pi * turn), np.sin(2 * np.pi * turn)])
    inside = made.centres[park] + reach[:, None] * spokes
    low, high = made.centres.min(axis=0) - _LARGEST, made.centres.max(axis=0) + _LARGEST
    is_outside = rng.random(len(park)) < 0.1
    return np.where(is_outside[:, None], rng.uniform(low, high, (len(park), 2)), inside), is_outside


def _with_gaps(rng: Generator, values: np.ndarray, share: float) -> np.ndarray:
    return np.where(rng.random(len(values)) < share, np.nan, values)


def _dates(days: np.ndarray, is_reached: np.ndarray) -> np.ndarray:
    return np.where(is_reached, np.datetime_as_string(days, unit="D"), "")
