"""The monthly ledgers: what the county knows of each project at a month's end, under the template's headers."""

from datetime import date, timedelta

import numpy as np
from shapely.geometry import Point

from parkatlas.columns import STAGE_DATES
from parkatlas.demo.calendar import generator
from parkatlas.demo.county import degrees, townships
from parkatlas.demo.money import YUAN_PER_DOLLAR, done_wan, in_place_wan, last_year
from parkatlas.demo.places import flaws, points
from parkatlas.demo.projects import Project, draw_projects, is_open
from parkatlas.terms import STAGES

Row = dict[str, object]
_LABELS = {term.code: term.labels[0] for term in STAGES}
_STREETS = ("创业大道", "工业一路", "工业二路", "兴园路", "腾飞路", "科技路")
_CARED_FOR = ("agreement", "signed", "started", "building", "completed", "producing")


def _without_none(row: dict[str, object | None]) -> Row:
    return {name: value for name, value in row.items() if value is not None}


class Ledgers:
    """All projects with their places, ready to be written down at any month's end."""

    def __init__(self, projects: list[Project], points: dict[str, Point]) -> None:
        wrong, self.silent = flaws(projects, points)
        self.projects = projects
        self.points: dict[str, Point | None] = {**points, **wrong}
        rng = generator(4)
        self.addresses = {project.number: _address(rng, project) for project in projects}
        with_contract = [project for project in projects if "signed" in project.history.reached]
        self.missing = {
            project.number: ("land_mu", "planned_fai_wan")[index % 2]
            for index, project in enumerate(with_contract[6::13])
        }
        # Of those before their contract every other one has not settled on a park yet.
        self.unsettled = {project.number for project in [one for one in projects if is_open(one)][::2]}

    def month(self, day: date) -> list[Row]:
        """Return the ledger of the month that ends on ``day``, a row per project known by then, columns by name."""
        return [self._row(project, day) for project in self.projects if project.history.stage(day)]

    def _row(self, project: Project, day: date) -> Row:
        row: dict[str, object | None] = {
            **_who(project),
            **self._place(project),
            **_land_and_money(project, day),
            **_progress(project, day),
        }
        row.pop(self.missing.get(project.number, ""), None)
        return _without_none(row)

    def _place(self, project: Project) -> dict[str, object | None]:
        if project.number in self.unsettled:
            return {}
        point, is_silent = self.points[project.number], project.number in self.silent
        lon, lat = degrees(point).coords[0] if point else (None, None)
        return {
            "park_name": project.park.name if project.park and not is_silent else None,
            "address": self.addresses[project.number],
            "lon": lon and round(lon, 6),
            "lat": lat and round(lat, 6),
        }


def _address(rng: np.random.Generator, project: Project) -> str:
    if project.park is None:
        return project.host
    return f"{project.park.name}{_STREETS[int(rng.integers(len(_STREETS)))]}{int(rng.integers(1, 90))}号"


def _who(project: Project) -> Row:
    return {
        "project_name": project.name,
        "project_id": project.number,
        "unit_name": project.unit,
        "host_unit_name": project.host,
        "investor_name": project.investor,
        "source_region": project.region,
        "capital_type": "外资" if project.is_foreign else "内资",
        "industry_code": project.code,
        "industry_name": project.industry.name,
    }


def _land_and_money(project: Project, day: date) -> dict[str, object | None]:
    """Return land and money: an intent names a total, an agreement the investment, only a contract the land.

    Who stands before the contract today asked for land and named the investment with the intent.
    """
    money, history = project.money, project.history
    reached = history.reached_by(day)
    in_place = in_place_wan(money, history, day)
    is_asking = is_open(project) and reached.keys() & {"intent", "agreement"}
    return {
        "land_mu": project.land_mu if is_asking or "signed" in reached else None,
        "contract_wan": money.contract if reached.keys() & {"intent", "agreement", "signed"} else None,
        "planned_fai_wan": money.planned if is_asking or reached.keys() & {"agreement", "signed"} else None,
        "done_fai_wan": done_wan(money, history, day),
        "in_place_wan": in_place,
        "outside_in_place_wan": round((in_place or 0) * money.outside_share) or None,
        "foreign_usd_wan": round((in_place or 0) * money.foreign_share / YUAN_PER_DOLLAR) or None,
        "output_wan": last_year(money.output, history, day),
        "tax_wan": last_year(money.tax, history, day),
    }


def _progress(project: Project, day: date) -> dict[str, object | None]:
    history = project.history
    reached, stage = history.reached_by(day), history.stage(day)
    dates = {name: reached.get(name.removesuffix("_on")) for name in STAGE_DATES}
    cared_for = stage in _CARED_FOR
    return {
        "stage": _LABELS[stage or ""],
        **dates,
        "drop_reason": history.reason if stage == "dropped" else None,
        **_plan(project, day),
        "leader_name": project.leader if cared_for else None,
        "officer_name": project.officer,
    }


def _plan(project: Project, day: date) -> Row:
    """Return the land contract's dates, from the day the land is handed over."""
    history = project.history
    if history.supplied is None or history.agreed_start is None or history.supplied > day:
        return {}
    completion = history.agreed_start + timedelta(days=int(250 + project.land_mu))
    return {
        "supplied_on": history.supplied,
        "agreed_start_on": history.agreed_start,
        "planned_start_on": history.agreed_start,
        "planned_completion_on": completion,
        "planned_production_on": completion + timedelta(days=75),
    }


def all_ledgers() -> Ledgers:
    """Return the demo's ledgers, drawn from the seed."""
    projects = draw_projects()
    return Ledgers(projects, points(projects, townships()))
