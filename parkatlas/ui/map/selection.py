"""What is set apart on the map page, in session and address: a drawn shape, a part of the chart, ticked rows."""

from dataclasses import astuple

import streamlit as st

from parkatlas import maps
from parkatlas.ui.kit import address, data, filters, store

_MOST_IN_ADDRESS = 60
_PART, _TICKED = "part", "pick"


def recall() -> None:
    """Take over what the address sets apart, as far as it is no nonsense, and write it there again."""
    address.follow("inside")
    shape = drawn()
    st.session_state["inside"] = shape.words if shape else None
    address.keep("inside")
    ids = st.session_state.get(_TICKED)
    tick(st.query_params.get_all(_TICKED) if ids is None else ids)
    choose_part(st.session_state.get(_PART, st.query_params.get(_PART)))


def drawn() -> maps.Drawn | None:
    """Return the shape drawn; None where there is none."""
    return maps.Drawn.read(st.session_state.get("inside"))


def draw(words: str, *, is_shifted: bool = False) -> None:
    """Take over a shape that the browser reports; an empty one lets go."""
    shape = maps.Drawn.read(words, is_shifted)
    st.session_state["inside"] = shape.words if shape else None
    choose_part(None)
    address.keep("inside")


def ticked() -> list[str]:
    """Return the ids of the projects ticked in the table."""
    return list(st.session_state.get(_TICKED) or [])


def tick(ids: list[str]) -> None:
    """Set these projects apart, and no others; very many do not fit into an address."""
    st.session_state[_TICKED] = ids
    if ids and len(ids) <= _MOST_IN_ADDRESS:
        st.query_params[_TICKED] = ids
    else:
        st.query_params.pop(_TICKED, None)


def part(attribute: str) -> str | None:
    """Return the value of the attribute whose bar was clicked; None where none was, or one of another attribute."""
    name, _, key = (st.session_state.get(_PART) or "").partition(":")
    return key if name == attribute else None


def choose_part(words: str | None) -> None:
    """Set the projects of one bar of the chart apart: ``stage:signed``; None for no such bar."""
    st.session_state[_PART] = words
    address.publish(_PART)


def ids_inside(attribute: str, *, of_any_part: bool = False) -> list[str] | None:
    """Return the ids of the projects that shape and bar leave, or the shape alone; None where there is neither."""
    shape, chosen = drawn(), None if of_any_part else part(attribute)
    if shape is None and chosen is None:
        return None
    key = tuple(map(str, astuple(filters.current())))
    return _ids(store.workspace().revision, key, attribute, chosen, shape)


@st.cache_resource(max_entries=16, show_spinner=False)
def _ids(
    revision: int,  # noqa: ARG001 - in the key
    filtered: tuple[str, ...],  # noqa: ARG001 - in the key
    attribute: str,
    chosen: str | None,
    shape: maps.Drawn | None,
) -> list[str]:
    """Ask for the points in the shape's bounds, then test each; kept, because every click on the page asks again."""
    if shape and shape.fault:
        return []
    sides = zip(("west", "south", "east", "north"), shape.bounds, strict=True) if shape else ()
    points = data.ask_whole("project_points", attribute=attribute, **dict(sides))
    if shape:
        points = points[shape.holds(points["lon"], points["lat"])]
    if chosen is not None:
        points = points[points["attribute_key"] == chosen]
    return [str(name) for name in points["project_id"]]
