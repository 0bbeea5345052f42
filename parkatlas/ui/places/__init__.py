"""The pages of one park and of one project: which one, what stands beside it; and the layers on a map."""

__all__ = ["layers", "other_park", "panel"]
