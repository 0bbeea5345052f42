"""Areas: in mu against ``pyproj.Geod``, of generated parks anywhere in China."""

import numpy as np
import shapely
from pyproj import Geod

from bench import generate
from bench.timing import Finding
from parkatlas import measures

AIM = 1e-5
_CHINA = ((74.0, 18.5), (134.0, 53.0))


def measure(count: int = 2_000) -> list[Finding]:
    """Return the largest relative error of the drawn areas."""
    made = generate.parks(count)
    corners = np.random.default_rng(generate.SEED).uniform(*_CHINA, (count, 2))
    parks = [shapely.Polygon(made.ring(park) - made.centres[park] + corners[park]) for park in range(count)]
    exact = [abs(Geod(ellps="WGS84").geometry_area_perimeter(park)[0]) * 15 / 10_000 for park in parks]
    error = np.abs(measures.area_mu(parks) / np.array(exact) - 1).max()
    return [Finding(f"area in mu of {count:,} parks: largest relative error", float(error), AIM)]
