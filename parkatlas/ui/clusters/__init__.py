"""The Clusters page: what is computed for it, its maps, its evidence, how a cluster formed."""

__all__ = ["answers", "formation", "panel"]
