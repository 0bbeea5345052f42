"""The one way by which text reaches folium, which compiles it twice as a template and pastes it into scripts."""

from parkatlas import direction

_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'\\`${}"}


def text(value: object) -> str:
    """Return ``value`` as text with every character that template, markup or script could read as code an entity."""
    return direction.isolated(str(value)).translate(_ENTITIES)
