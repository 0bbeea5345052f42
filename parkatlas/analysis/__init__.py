"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import clustering, forecast

__all__ = ["clustering", "forecast"]
