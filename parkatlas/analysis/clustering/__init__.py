"""Whether industries cluster: groups on the map, and tests that tell them from chance."""

from parkatlas.analysis.clustering import neighbours, picture
from parkatlas.analysis.clustering.checkup import LEAST, Checkup, checked
from parkatlas.analysis.clustering.ground import Ground
from parkatlas.analysis.clustering.groups import Rule
from parkatlas.analysis.clustering.picture import Picture

__all__ = ["LEAST", "Checkup", "Ground", "Picture", "Rule", "checked", "neighbours", "picture"]
