"""Where each project stands: sites in its park or near a village, and the few points that a check must find."""

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon

from parkatlas.demo.calendar import LAST_DAY, generator
from parkatlas.demo.grounds import MU_M2, grounds, sites
from parkatlas.demo.projects import Project, is_open
from parkatlas.demo.register import PARKS, TERRITORIES, Park

_CLOSENESS = 0.95  # neighbours stand at least this share of their mean side apart
_CLEAR_OF_PARKS_M = 600
_VILLAGE_SPREAD_M = 2600
_WITHOUT_POINT = 4
_STRAYS = 3
_NEAR_MISSES = 2


def _side(project: Project) -> float:
    """Return the side in metres of a square as large as the project's land; half of it before a contract."""
    return float((project.land_mu * MU_M2) ** 0.5) * (0.5 if is_open(project) else 1.0)


def _fits(point: Point, side: float, taken: list[tuple[Point, float]], closeness: float) -> bool:
    return all(point.distance(other) >= closeness * (side + width) / 2 for other, width in taken)


def _fill(projects: list[Project], free: list[Point]) -> dict[str, Point]:
    """Give each project in turn the first free site from the gate on; sites get closer only where a park is full."""
    taken: list[tuple[Point, float]] = []
    sites = {}
    for project in projects:
        side = _side(project)
        spots = (spot for near in (_CLOSENESS, 0.8, 0.6, 0.4, 0.25) for spot in free if _fits(spot, side, taken, near))
        spot = next(spots)
        taken.append((spot, side))
        sites[project.number] = spot
    return sites


def _mixed(rng: np.random.Generator, park: Park) -> list[Point]:
    """Return the sites of the park's supplied part, those by the gate mostly first: older firms hold the others."""
    spots = sites(park)
    supplied = spots[: int(len(spots) * max(park.supplied_share, 0.15))]
    order = np.arange(len(supplied)) + rng.uniform(0, 1.1 * len(supplied), len(supplied))
    return [supplied[index] for index in np.argsort(order)]


def _village(rng: np.random.Generator, seat: Point, land: Polygon, parks: MultiPolygon) -> Point:
    """Draw a point around a township's seat, inside the township and clear of every park."""
    while True:
        east, north = rng.normal(0, _VILLAGE_SPREAD_M, 2)
        point = Point(seat.x + east, seat.y + north)
        if land.contains(point.buffer(200)) and parks.distance(point) > _CLEAR_OF_PARKS_M:
            return point


def _beyond(park: MultiPolygon, point: Point, distance: float) -> Point:
    """Return a point that lies ``distance`` metres outside the park, on the side nearest to ``point``."""
    edge = shapely.shortest_line(park.boundary, point)
    on_edge = Point(edge.coords[0])
    step = np.array([on_edge.x - point.x, on_edge.y - point.y])
    step /= np.hypot(*step)
    return Point(on_edge.x + step[0] * distance, on_edge.y + step[1] * distance)


def points(projects: list[Project], townships: dict[str, Polygon]) -> dict[str, Point]:
    """Return where each project stands, in metres from the county seat, by project number."""
    rng = generator(3)
    sites_by_number: dict[str, Point] = {}
    for park in PARKS:
        sites_by_number |= _fill([project for project in projects if project.park == park], _mixed(rng, park))
    seats = {name: Point(east * 1000, north * 1000) for name, _, east, north in TERRITORIES}
    parks = shapely.union_all(list(grounds().values()))
    for project in projects:
        if project.park is None:
            sites_by_number[project.number] = _village(rng, seats[project.host], townships[project.host], parks)
    return sites_by_number


def flaws(projects: list[Project], points: dict[str, Point]) -> tuple[dict[str, Point | None], set[str]]:
    """Return the points that the ledger gets wrong or lacks, and the projects that do not state their park.

    Three stand outside their stated park, two just outside a park they do not state, one in two parks, four nowhere.
    """
    contracted = [
        project for project in projects if project.history.reached_by(LAST_DAY).keys() & {"signed", "building"}
    ]
    inside = [project for project in contracted if project.park and project.park.host.endswith("镇")]
    outside = [project for project in contracted if project.park is None]
    chosen = inside[5::9]
    ground = grounds()
    wrong: dict[str, Point | None] = {}
    for project, distance in zip(chosen, (420, 760, 1150, 70, 120), strict=False):
        wrong[project.number] = _beyond(ground[_park(project)], points[project.number], distance)
    silent = {project.number for project in chosen[_STRAYS : _STRAYS + _NEAR_MISSES]}
    double = next(project for project in reversed(contracted) if _park(project) == "城东装备制造产业园")
    wrong[double.number] = ground["河东科创园"].intersection(ground["城东装备制造产业园"]).representative_point()
    for project in (*chosen[5:8], outside[3]):
        wrong[project.number] = None
    return wrong, silent | {double.number}


def _park(project: Project) -> str:
    return project.park.name if project.park else ""
