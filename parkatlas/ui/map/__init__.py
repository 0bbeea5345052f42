"""The map on a page: what it shows, the card of what is chosen, what is set apart, time and search."""

__all__ = ["card", "drawing", "folium_map", "scenes", "timeline"]
