"""The Clusters page: what is chosen and computed for it, its maps, its evidence, how a cluster formed."""

__all__ = ["panel"]
