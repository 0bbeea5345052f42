"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import assignment, clustering, conditions, constraints, forecast, siting

__all__ = ["assignment", "clustering", "conditions", "constraints", "forecast", "siting"]
