"""Thirty-six ledgers of a generated region, its registers and its plans: what the pages are measured on."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.random import Generator, default_rng
from scipy.spatial import KDTree

from bench.generate import PERIOD, SEED, Parks, Size, ledger, parks, write_parks
from parkatlas.columns import column
from parkatlas.terms import INFRASTRUCTURE, OBSTACLE_KINDS, STAGES, TARGET_METRICS, UNIT_KINDS

MONTHS = tuple(str(month) for month in pd.period_range(end=PERIOD, periods=36, freq="M"))

_STAGE = {term.code: term.labels[0] for term in STAGES}
_LATE = ("building", "completed", "producing", "at_capacity")
_FIRST_LEDGER = np.datetime64(MONTHS[0])
_FIRST_UNSIGNED = np.datetime64("2021-01-01")
_CAMPAIGN = ("年中攻坚", "2026-05-06", "2026-07-31")
_BLANK, _ABSENT, _FALLEN = 0.02, 0.01, 0.001
_AT_HOME = 0.85  # of the projects stand with the unit that introduced them; the others are enclaves
_MU_PER_DEGREE2 = 15 / 10_000 * 1.05e10  # around 30 degrees north

# (what a file is of, its path, its period or "")
File = tuple[str, Path, str]


def files(folder: Path, size: Size) -> list[File]:
    """Return all files of a region with a history, in the order in which they come in; made where they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    plans = ("thresholds", "targets", "campaigns", "obstacles", "peers")
    ledgers: list[File] = [("ledger", folder / f"ledger-{month}.csv", month) for month in MONTHS]
    listed: list[File] = [("units", folder / "units.csv", ""), ("parks", folder / "parks.geojson", ""), *ledgers]
    listed += [(kind, folder / f"{kind}.csv", "") for kind in plans]
    if not all(path.exists() for _, path, _ in listed):
        _write(folder, size, parks(size.parks))
    return listed


def _write(folder: Path, size: Size, made: Parks) -> None:
    newest = ledger(size, made)
    units = sorted(newest[column("unit_name").labels[0]].unique())
    rng = default_rng(SEED + 38 + size.projects)
    register = _register(made, newest, units, rng)
    _write_register(folder / "parks.geojson", made, register)
    points = newest[
        [next(name for name in newest if name.startswith(column(axis).labels[0])) for axis in ("lon", "lat")]
    ]
    nearest = KDTree(made.centres).query(points)[1]
    hosts = register["host_unit_name"].to_numpy()[nearest]
    unit = column("unit_name").labels[0]
    newest[unit] = np.where(rng.random(len(newest)) < _AT_HOME, hosts, newest[unit])
    history = _History(newest, default_rng(SEED + 36 + size.projects))
    for month in MONTHS:
        history.month(month).to_csv(folder / f"ledger-{month}.csv", index=False)
    plans = _plans(units, newest, default_rng(SEED + 37 + size.projects)) | {"thresholds": _thresholds(made, rng)}
    plans["units"] = plans["units"].assign(
        lon=rng.uniform(*_span(made, 0), len(units)), lat=rng.uniform(*_span(made, 1), len(units))
    )
    for kind, rows in plans.items():
        rows.rename(columns=lambda name: column(name).labels[0]).to_csv(folder / f"{kind}.csv", index=False)


def _register(made: Parks, newest: pd.DataFrame, units: list[str], rng: Generator) -> pd.DataFrame:
    """Return what the register says of every park: its host, its industries, its areas, what it offers."""
    count = len(made.names)
    planned = np.array([(radii**2).mean() * np.pi for radii in made.radii]) * _MU_PER_DEGREE2
    ready, supplied, built = planned * np.cumprod(rng.uniform(0.6, 1.0, (3, count)), axis=0)
    industries = newest[column("industry_name").labels[0]].unique()
    facts = {
        "host_unit_name": rng.choice(units, count),
        "park_industries": ["、".join(rng.choice(industries, 2, replace=False)) for _ in range(count)],
        "planned_area_mu": planned.round(),
        "ready_area_mu": ready.round(),
        "supplied_area_mu": supplied.round(),
        "built_area_mu": built.round(),
        "land_price_wan_per_mu": rng.uniform(8, 30, count).round(1),
        "largest_free_mu": ((planned - supplied) * rng.uniform(0.2, 0.9, count)).round(),
        **{f"{way}_km": rng.uniform(1, 60, count).round(1) for way in ("motorway", "rail", "port", "airport")},
        **{term.code: rng.choice(["是", "否"], count, p=[0.8, 0.2]) for term in INFRASTRUCTURE},
    }
    return pd.DataFrame(facts)


def _write_register(path: Path, made: Parks, register: pd.DataFrame) -> None:
    """Write the parks with what the register says of them."""
    write_parks(path, made)
    content = json.loads(path.read_text("utf-8"))
    rows = register.rename(columns=lambda name: column(name).labels[0]).to_dict("records")
    for feature, facts in zip(content["features"], rows, strict=True):
        feature["properties"] |= facts
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def _thresholds(made: Parks, rng: Generator) -> pd.DataFrame:
    """Return three lines of thresholds for each park, from 2021 on."""
    days = pd.MultiIndex.from_product([made.names, ("2021-01-01", "2023-01-01", "2025-01-01")])
    rows = days.to_frame(index=False, name=["park_name", "valid_from_on"])
    return rows.assign(threshold_wan_per_mu=rng.integers(8, 16, len(rows)) * 10, threshold_source="招商办〔2021〕1号")


def _span(made: Parks, axis: int) -> tuple[float, float]:
    return made.centres[:, axis].min(), made.centres[:, axis].max()


class _History:
    """What each month's end knew of the projects of the newest ledger."""

    def __init__(self, newest: pd.DataFrame, rng: Generator) -> None:
        count = len(newest)
        self.newest, self.rng = newest, rng
        self.stage = newest[column("stage").labels[0]].to_numpy()
        self.signed = _days(newest, "signed_on")
        self.started = _days(newest, "started_on")
        drawn = _FIRST_UNSIGNED + rng.integers(0, 1270, count).astype("timedelta64[D]")
        first_known = np.where(np.isnat(self.signed), drawn, self.signed)
        # Every project is known from the first ledger on: each of them has the full number of rows.
        self.lead = np.minimum(first_known, _FIRST_LEDGER) - rng.integers(30, 300, count).astype("timedelta64[D]")
        # Days from the start to the last stage; money grows evenly from the start to the newest ledger.
        self.late = self.started + rng.integers(200, 900, count).astype("timedelta64[D]")

    def month(self, month: str) -> pd.DataFrame:
        """Return a month's ledger: a row per project, some absent, some cells blank, some money less."""
        day = _day_after(month) - 1
        rng, count, is_last = self.rng, len(self.newest), month == PERIOD
        rows = self.newest.copy()
        rows[column("stage").labels[0]] = self._stages(day, is_last=is_last)
        rows[column("lead_on").labels[0]] = np.datetime_as_string(self.lead, unit="D")
        for name, days in (("signed_on", self.signed), ("started_on", self.started)):
            rows[column(name).labels[0]] = rows[column(name).labels[0]].where(days <= day, "")
        is_late = (self.late <= day) & np.isin(self.stage, [_STAGE[code] for code in _LATE[1:]])
        rows[column("completed_on").labels[0]] = np.where(is_late, np.datetime_as_string(self.late, unit="D"), "")
        building = (_day_after(PERIOD) - self.started).astype(float)
        passed = (day - self.started).astype(float) / np.maximum(building, 1)
        part = np.where(np.isnat(self.started), 0.0, np.clip(passed, 0, 1))
        for name in ("done_fai_wan", "in_place_wan"):
            header = next(header for header in rows if header.startswith(column(name).labels[0]))
            money = rows[header].to_numpy() * part * np.where(rng.random(count) < _FALLEN, 0.9, 1.0)
            rows[header] = np.where((rng.random(count) < _BLANK) | (part == 0), np.nan, money.round(1))
        return rows[(rng.random(count) >= _ABSENT) | is_last]

    def _stages(self, day: np.datetime64, *, is_last: bool) -> np.ndarray:
        """Return each project's stage on a day: of the newest ledger what that states, before it what its dates say."""
        if is_last:
            return self.stage
        is_late = np.isin(self.stage, [_STAGE[code] for code in _LATE])
        return np.select(
            [is_late & (self.late <= day), self.started <= day, self.signed <= day, self.lead + 60 <= day],
            [self.stage, _STAGE["started"], _STAGE["signed"], _STAGE["negotiating"]],
            _STAGE["lead"],
        )


def _day_after(month: str) -> np.datetime64:
    """Return the first day of the month after."""
    return (np.datetime64(month, "M") + 1).astype("datetime64[D]")


def _days(rows: pd.DataFrame, name: str) -> np.ndarray:
    return pd.to_datetime(rows[column(name).labels[0]]).to_numpy().astype("datetime64[D]")


def _plans(units: list[str], newest: pd.DataFrame, rng: Generator) -> dict[str, pd.DataFrame]:
    """Return units, targets of three years, a campaign, obstacles of one project in fifty, and peers, by kind."""
    kinds = [term.labels[0] for term in UNIT_KINDS[:3]]
    metrics = [term.labels[0] for term in TARGET_METRICS]
    projects = rng.choice(newest[column("project_id").labels[0]], len(newest) // 50, replace=False)
    raised = np.datetime64("2025-07-01") + rng.integers(0, 360, len(projects)).astype("timedelta64[D]")
    goals = pd.MultiIndex.from_product([(2024, 2025, 2026), metrics, units], names=["year", "metric", "unit_name"])
    name, first, last = _CAMPAIGN
    return {
        "units": pd.DataFrame({"unit_name": units, "unit_kind": [kinds[i % 3] for i in range(len(units))]}),
        "targets": goals.to_frame(index=False).assign(target_value=rng.integers(1, 40, len(goals))),
        "campaigns": pd.DataFrame({"unit_name": units, "metric": metrics[0]}).assign(
            campaign_name=name, first_on=first, last_on=last, target_value=rng.integers(1, 5, len(units))
        ),
        "obstacles": pd.DataFrame(
            {"obstacle_id": [f"Z{i}" for i in range(len(projects))], "project_names": projects}
        ).assign(
            obstacle_kind=rng.choice([term.labels[0] for term in OBSTACLE_KINDS], len(projects)),
            raised_on=np.datetime_as_string(raised, unit="D"),
            unit_name=rng.choice(units, len(projects)),
        ),
        "peers": pd.DataFrame(
            {"peer_name": [f"{i + 1:02d}县" for i in range(12)], "indicator": "签约项目（个）"}
        ).assign(peer_value=rng.integers(10, 90, 12), growth_pct=rng.normal(5, 10, 12).round(1)),
    }
