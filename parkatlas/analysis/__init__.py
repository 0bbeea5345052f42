"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import assignment, forecast, siting

__all__ = ["assignment", "forecast", "siting"]
