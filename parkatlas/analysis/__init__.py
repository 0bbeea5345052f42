"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import constraints, forecast

__all__ = ["constraints", "forecast"]
