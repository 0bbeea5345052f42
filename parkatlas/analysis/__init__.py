"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import assignment, conditions, constraints, forecast, siting

__all__ = ["assignment", "conditions", "constraints", "forecast", "siting"]
