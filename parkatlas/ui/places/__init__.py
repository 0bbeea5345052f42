"""The pages of one park and of one project: which one, what stands beside it, the layers that touch it."""

__all__ = ["layers", "panel"]
