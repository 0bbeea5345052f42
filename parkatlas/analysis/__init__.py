"""Analysis: what SQL cannot ask, as pure functions on the frames that queries return."""

from parkatlas.analysis import forecast

__all__ = ["forecast"]
