"""Whether industries cluster: groups on the map, and tests that tell them from chance."""

from parkatlas.analysis.clustering.checkup import LEAST, Checkup, checked
from parkatlas.analysis.clustering.ground import Ground
from parkatlas.analysis.clustering.groups import Rule

__all__ = ["LEAST", "Checkup", "Ground", "Rule", "checked"]
