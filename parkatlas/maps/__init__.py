"""Maps: frames to what the browser draws, without internet and without data ever becoming code."""

from parkatlas.maps.basemap import KINDS, Basemap
from parkatlas.maps.door import text
from parkatlas.maps.layers import MOST_SINGLES, Layer, cells, flows, obstacles, outlines, parks, projects, seats
from parkatlas.maps.scene import Scene, arguments
from parkatlas.maps.shapes import Shapes
from parkatlas.maps.view import Bounds, View, around, reported

__all__ = [
    "KINDS",
    "MOST_SINGLES",
    "Basemap",
    "Bounds",
    "Layer",
    "Scene",
    "Shapes",
    "View",
    "arguments",
    "around",
    "cells",
    "flows",
    "obstacles",
    "outlines",
    "parks",
    "projects",
    "reported",
    "seats",
    "text",
]
