"""The demo's recruiting trips: invented teams that went to the source regions, and what they say they brought."""

from datetime import date, timedelta

import numpy as np

from parkatlas.demo.calendar import LAST_DAY, generator
from parkatlas.demo.projects import LEADERS, Project

Rows = list[dict[str, object]]
_FIRST_DAY = date(2025, 1, 6)
_WITHIN = 150  # days from a trip to the signing of what it brought
_EARLIER = 45  # days before a trip from which on what it brought may be known

# Team, where it goes, who sends it, how many trips, and which share of what it could have brought it says it did; a
# team with a share of none comes home with nothing.
_TEAMS = (
    ("长三角招商一队", "长三角", "县商务局", 14, 0.6),
    ("长三角招商二队", "长三角", "云川经济开发区", 9, 0.5),
    ("珠三角招商一队", "珠三角", "县工信局", 10, 0.6),
    ("珠三角招商二队", "珠三角", "龙窑镇", 6, 0.5),
    ("京津冀招商一队", "京津冀", "县发改局", 6, 0.5),
    ("京津冀招商二队", "京津冀", "县科技局", 4, 0.0),
    ("港澳台招商队", "港澳台", "县商务局", 3, 0.4),
)
_NOTES = ("拜访商会并召开推介会", "上门洽谈，邀请来县考察", "参加产业博览会", "回访已签约企业", "")


def trips(projects: list[Project]) -> Rows:
    """Return every trip of the teams, in the order in which they set out; the last one is still under way."""
    rng = generator(7)
    taken: set[str] = set()
    rows: Rows = []
    for team, region, unit, count, share in _TEAMS:
        own = _of_team(rng, {"team_name": team, "trip_region": region, "unit_name": unit}, count, 5 if share else 1)
        _link(rng, own, [one for one in projects if one.region == region], taken, share)
        rows += own
    rows.sort(key=lambda row: (str(row["first_on"]), str(row["team_name"])))
    return [*rows[:-1], _under_way(rows[-1])]


def _under_way(trip: dict[str, object]) -> dict[str, object]:
    """Return a trip as one that set out some days ago, has no last day and has brought nothing yet."""
    fields = {**trip, "first_on": LAST_DAY - timedelta(days=5), "lead_count": 0, "brought_names": "", "trip_notes": ""}
    return {name: value for name, value in fields.items() if name != "last_on"}


def _of_team(rng: np.random.Generator, team: dict[str, object], count: int, leads: int) -> Rows:
    """Return the trips of a team, each in its own part of the time, so that none overlap."""
    part = (LAST_DAY - _FIRST_DAY).days // count
    firsts = [_FIRST_DAY + timedelta(days=part * index + int(rng.integers(part - 11))) for index in range(count)]
    leader = LEADERS[int(rng.integers(len(LEADERS)))]
    return [
        {
            **team,
            "first_on": first,
            "last_on": first + timedelta(days=int(rng.integers(2, 11))),
            "traveller_count": int(rng.integers(3, 8)),
            "trip_leader_name": leader,
            "visited_count": int(rng.integers(3, 15)),
            "lead_count": int(rng.integers(leads)),
            "trip_notes": _NOTES[int(rng.integers(len(_NOTES)))],
        }
        for first in firsts
    ]


def _link(rng: np.random.Generator, rows: Rows, projects: list[Project], taken: set[str], share: float) -> None:
    """Let trips name the projects of their region that were signed, or first heard of, soon after they set out."""
    for row in rows:
        first = row["first_on"]
        if not isinstance(first, date):
            raise TypeError("a trip sets out on a day")
        fit = [one for one in projects if one.name not in taken and _is_brought(one, first)]
        brought = [one.name for one in fit[:2] if rng.random() < share]
        taken.update(brought)
        row["brought_names"] = "、".join(brought)


def _is_brought(project: Project, first: date) -> bool:
    reached = project.history.reached_by(LAST_DAY)
    heard = min(reached.values(), default=LAST_DAY)
    signed = reached.get("signed", first)
    return first - timedelta(days=_EARLIER) <= heard and first <= signed <= first + timedelta(days=_WITHIN)
