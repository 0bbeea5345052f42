"""Maps: frames to what the browser draws, without internet and without data ever becoming code."""

from parkatlas.maps.basemap import KINDS, Basemap
from parkatlas.maps.clusters import gathered, hulls, others
from parkatlas.maps.door import text
from parkatlas.maps.drawn import Drawn, point_of
from parkatlas.maps.layers import (
    MOST_SINGLES,
    Layer,
    cells,
    constraints,
    flows,
    obstacles,
    outlines,
    pale_parks,
    parks,
    picked,
    projects,
    seats,
)
from parkatlas.maps.place import Place
from parkatlas.maps.scene import Picture, Scene
from parkatlas.maps.shapes import Shapes
from parkatlas.maps.tour import departure, route, stops
from parkatlas.maps.view import MAX_ZOOM, MIN_ZOOM, Bounds, View, around, margin, reported

__all__ = [
    "KINDS",
    "MAX_ZOOM",
    "MIN_ZOOM",
    "MOST_SINGLES",
    "Basemap",
    "Bounds",
    "Drawn",
    "Layer",
    "Picture",
    "Place",
    "Scene",
    "Shapes",
    "View",
    "around",
    "cells",
    "constraints",
    "departure",
    "flows",
    "gathered",
    "hulls",
    "margin",
    "obstacles",
    "others",
    "outlines",
    "pale_parks",
    "parks",
    "picked",
    "point_of",
    "projects",
    "reported",
    "route",
    "seats",
    "stops",
    "text",
]
