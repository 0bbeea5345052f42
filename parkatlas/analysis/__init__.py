"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import clustering, constraints, forecast

__all__ = ["clustering", "constraints", "forecast"]
