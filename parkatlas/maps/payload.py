"""What travels to the browser: a scene and the content of each layer, from which static/map/scene.d.ts is made.

Points are ``[x, y, x, y, …]`` and rings ``[x0, y0, dx1, dy1, …]`` in 1e-5 degrees. Lists of a layer run side by
side: item ``i`` is called ``names[i]``, says ``facts[i]`` (one value for each of ``labels``) and bears the legend's
``entries[of[i]]``.
"""

from typing import Literal, NotRequired, TypedDict

from parkatlas.maps.place import Kind

Box = tuple[float, float, float, float]
Tool = Literal["polygon", "circle", "measure", "point"]
Shape = list[list[list[int]]]


class Entry(TypedDict):
    """A line of the legend; ``width`` in pixels of the lines that bear it, without ``count`` it can't be switched."""

    label: str
    colour: str
    count: NotRequired[int]
    hatched: NotRequired[bool]
    hollow: NotRequired[bool]
    width: NotRequired[float]


class Named(TypedDict):
    """What tooltips and popups say."""

    names: list[str]
    labels: list[str]
    facts: list[list[str]]


class Coloured(Named):
    """What the legend says beside."""

    title: str
    entries: list[Entry]
    of: list[int]


class Identified(Coloured):
    """What can be chosen; ``kind`` and id together are its key."""

    kind: Kind
    count: int
    ids: list[str]


class Lines(TypedDict):
    """Shapes that say nothing."""

    shapes: list[Shape]


class Parks(Identified):
    """Areas, None where too small to see, each with a point inside; ``line`` is the colour that all edges share."""

    shapes: list[Shape | None]
    points: list[int]
    line: str | None


class Hulls(Coloured):
    """The areas of clusters."""

    kind: Literal["hull"]
    shapes: list[Shape | None]
    points: list[int]


class Patches(Coloured):
    """Areas that constrain what may be built."""

    kind: Literal["constraint"]
    shapes: list[Shape]


class Circles(Identified):
    """Circles or triangles with their radii in pixels; those of the entry ``front``, if any, lie above the others."""

    points: list[int]
    radii: list[float]
    front: int | None


class Cells(Named):
    """Sums of many projects: the diameter in pixels and the share that reaches the threshold, in percent."""

    kind: Literal["cell"]
    title: str
    entries: list[Entry]
    count: int
    points: list[int]
    sizes: list[int]
    shares: list[float | None]


class Flows(Coloured):
    """Arcs from a unit's seat to a park, with their widths in pixels."""

    kind: Literal["flow"]
    unit_ids: list[str]
    widths: list[float]
    starts: list[int]
    ends: list[int]


class Seats(Named):
    """Dots where units sit."""

    kind: Literal["seat"]
    title: str
    unit_ids: list[str]
    points: list[int]


class Departure(Named):
    """Where a tour starts."""

    kind: Literal["departure"]
    points: list[int]


class Stops(Named):
    """Numbered projects of a tour."""

    kind: Literal["project"]
    ids: list[str]
    points: list[int]


Content = Lines | Parks | Hulls | Patches | Circles | Cells | Flows | Seats | Departure | Stops


class Layers(TypedDict, total=False):
    """The layers by their names; static/map/layers.js says how each is drawn and above which."""

    outlines: Lines
    parks: Parks
    hulls: Hulls
    constraints: Patches
    arcs: Flows
    seats: Seats
    drawn: Lines
    others: Circles
    projects: Circles | Cells
    obstacles: Circles
    picked: Circles
    route: Lines
    departure: Departure
    stops: Stops


class Picture(TypedDict):
    """What stands above a map saved as a picture, and the name of the file."""

    title: str
    line: str
    file: str


class Scene(TypedDict):
    """One drawing of the map; ``reach`` is None where the layers suit every window."""

    layers: Layers
    extent: Box
    zoom: int
    reach: Box | None
    selected: str | None
    start: tuple[float, float, float] | None
    focus: Box | None
    focus_turn: str
    picture: Picture
    dark: bool
    large: bool
    tools: list[Tool]
    twin: bool
    texts: dict[str, str]
