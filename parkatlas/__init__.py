"""ParkAtlas: industrial parks, their projects and their targets on one map."""

__version__ = "0.1.0"
