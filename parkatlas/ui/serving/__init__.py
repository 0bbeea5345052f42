"""How the app is served: the door, the connections below it, the page that a browser loads first."""

__all__ = ["serve"]
