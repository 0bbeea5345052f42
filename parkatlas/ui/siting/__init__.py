"""The Siting page: what is asked of it, the park looked at, and the projects to assign."""

__all__ = ["form", "panel"]
