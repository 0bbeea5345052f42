"""The Siting page: what is asked of it, and parks ranked for one project."""

__all__ = ["panel"]
