"""The polygon layers of a boundary file: attributes as cells, shapes as drawn, and the CRS they are drawn in."""

from importlib import import_module

from parkatlas.filetypes import FileFormat
from parkatlas.intake.layer import Layer
from parkatlas.intake.source import Source


def read(source: Source, sniffed: FileFormat) -> list[Layer]:
    """Return the layers of a boundary file that may hold polygons; refuses what cannot be opened."""
    # Each format's reader only when it is needed.
    layers: list[Layer] = import_module(f"parkatlas.intake.{sniffed.reader}").read(source, sniffed)
    return layers


def vertices(layer: Layer) -> int:
    """Return how many vertices a layer's shapes have together."""
    import shapely  # noqa: PLC0415 - pyogrio comes first, with its doors shut

    return int(shapely.get_num_coordinates(layer.shapes).sum())
