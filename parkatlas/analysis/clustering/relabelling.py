"""Whether an industry's projects stand closer together than chance puts them: Ripley's L under random relabelling.

Null hypothesis: where projects stand is given, and which industry each belongs to has nothing to do with it. Then every
exchange of the industries among all the points is as likely as the one observed. So the control is the pattern of all
projects, parks and empty land included, not points thrown over the map. One exchange relabels every industry at once.

K is estimated with the edge correction by rigid motions (``ground.covariance``); L = sqrt(K / pi), in metres. The test
looks at all distances up to the reach at once: L less its mean over the exchanges, in their standard deviations, its
largest value; an industry's pseudo p-value is (r + 1) / (n + 1), where r of n exchanges reach its value (Myllymaki,
Mrkvicka, Grabarnik, Seijo and Hahn, "Global envelope tests for spatial processes", JRSS B 79 (2017), 381-404: the
studentised maximum deviation, one-sided). The envelope belongs to the test: a pattern leaves it somewhere exactly where
p ≤ 0.05.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from parkatlas.analysis.clustering import ground

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

LEAST_SIMULATIONS = 999
SEED = 20260731
LEVEL = 0.05
_RADII = 24
# At most so many pairs are counted in each exchange; of more points a random sample is taken.
MOST_PAIRS = 60_000


@dataclass(frozen=True)
class Outcome:
    """What the exchanges showed, one row per label: L and its envelope over ``radii`` (metres), p-value, count beyond.

    ``counts`` points have the label. ``beyond`` exchanges of ``simulations`` reached the label's value.
    ``point_count`` points were looked at.
    """

    labels: "NDArray[np.object_]"
    counts: "NDArray[np.int64]"
    radii: "Values"
    observed: "Values"
    mean: "Values"
    upper: "Values"
    beyond: "NDArray[np.int64]"
    p_values: "Values"
    simulations: int
    point_count: int


def enough_for(tests: int) -> int:
    """Return how many exchanges so many tests at once need: the smallest p-value, adjusted, must stay below LEVEL.

    With n exchanges no p-value is below 1 / (n + 1), and Holm's rule multiplies the smallest by the number of tests:
    51 tests of 999 exchanges could find nothing. Half the level is left, so that one exchange beyond decides nothing.
    """
    return max(LEAST_SIMULATIONS, int(np.ceil(2 * tests / LEVEL)) - 1)


def sample(points: "Values", reach: float, seed: int = SEED) -> "NDArray[np.intp]":
    """Return the indices of the points to look at: all, or so many at random that they make ``MOST_PAIRS``."""
    from scipy.spatial import cKDTree  # noqa: PLC0415 - heavy, and only this page needs it

    every = np.arange(len(points))
    drawn = np.random.default_rng(seed).permutation(every)[: 4 * int(np.sqrt(MOST_PAIRS))]
    tree = cKDTree(points[drawn])
    pairs = (tree.count_neighbors(tree, reach) - len(drawn)) / 2
    share = min(1.0, np.sqrt(MOST_PAIRS / max(pairs, 1)))
    return np.sort(drawn[: int(len(drawn) * share)])


def outcome(
    points: "Values",
    labels: "NDArray[np.object_]",
    study: ground.Study,
    simulations: int = LEAST_SIMULATIONS,
    seed: int = SEED,
) -> Outcome:
    """Test the points of every label against random relabelling of all points (metres, or any one unit for all)."""
    from scipy.spatial import cKDTree  # noqa: PLC0415 - as above

    names, of = np.unique(np.asarray(labels, str), return_inverse=True)
    radii = study.reach * np.arange(1, _RADII + 1) / _RADII
    one, other = np.ascontiguousarray(cKDTree(points).query_pairs(study.reach, output_type="ndarray").T)
    apart = np.hypot(*(points[one] - points[other]).T)
    ring = np.minimum(np.searchsorted(radii, apart), _RADII - 1)
    weight = 1.0 / ground.covariance(study.area, apart) if len(apart) else apart
    rng = np.random.default_rng(seed)
    counts = np.bincount(of, minlength=len(names))
    sums = np.empty((simulations + 1, len(names), _RADII))
    exchanged = of.astype(np.int16)
    for turn in range(simulations + 1):
        first = exchanged.take(one)
        alike = np.flatnonzero(first == exchanged.take(other))
        slot = first.take(alike).astype(np.intp) * _RADII + ring.take(alike)
        sums[turn] = np.bincount(slot, weight.take(alike), len(names) * _RADII).reshape(len(names), _RADII)
        exchanged = rng.permutation(exchanged)
    scale = 2.0 * float(shapely.area(study.area)) ** 2 / np.maximum(counts * (counts - 1), 1)
    distances = np.sqrt(np.cumsum(sums, axis=2) * scale[None, :, None] / np.pi)
    return _judged(names, counts, radii, distances)


def _judged(names: "NDArray[np.object_]", counts: "NDArray[np.int64]", radii: "Values", distances: "Values") -> Outcome:
    """Read the test from L of the pattern (first) and of the exchanges; mean and deviation are of all of them alike.

    Where the deviation is 0, every exchange equals the pattern: that distance counts for nothing.
    """
    simulations = len(distances) - 1
    mean, deviation = distances.mean(axis=0), distances.std(axis=0)
    studentised = np.divide(distances - mean, deviation, out=np.zeros_like(distances), where=deviation > 0)
    furthest = studentised.max(axis=2)
    # A tie counts as reached; sums in another order differ in their last digits.
    beyond = (furthest[1:] >= furthest[0] - 1e-9).sum(axis=0)
    # What is beyond this is among the largest twentieth of all, the pattern itself counted: p ≤ 0.05.
    allowed = np.sort(furthest, axis=0)[-int(np.floor(LEVEL * (simulations + 1))) - 1]
    return Outcome(
        labels=names,
        counts=counts,
        radii=radii,
        observed=distances[0],
        mean=mean,
        upper=mean + allowed[:, None] * deviation,
        beyond=beyond.astype(np.int64),
        p_values=(beyond + 1) / (simulations + 1),
        simulations=simulations,
        point_count=int(counts.sum()),
    )


def holm(p_values: "Values") -> "Values":
    """Return p-values adjusted for the number of tests by Holm's step-down rule; NaN stays and does not count."""
    adjusted = np.full(len(p_values), np.nan)
    tested = np.flatnonzero(~np.isnan(p_values))
    order = tested[np.argsort(p_values[tested], kind="stable")]
    steps = p_values[order] * np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1.0)
    return adjusted
