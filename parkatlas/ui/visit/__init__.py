"""The Site visit page: which projects are chosen, the tour's map, the plan of the day."""

__all__ = ["form", "panel"]
