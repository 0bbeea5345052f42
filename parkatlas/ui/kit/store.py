"""The workspace of this server, opened once, and small results of queries and layers, kept until the data change."""

import os
from collections import defaultdict
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import streamlit as st

from parkatlas import direction
from parkatlas.analysis import constraints
from parkatlas.workspace import Workspace, duty

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pandas as pd


_opening = Lock()


def workspace() -> Workspace:
    """Return this server's workspace, one for the life of the process; raises what opening it raises.

    None of Streamlit's caches holds it: whoever empties those would leave a second one waiting for the first.
    """
    with _opening:
        return _opened(Path(os.environ.get("PARKATLAS_WORKSPACE", ".workspace")))


@cache
def _opened(directory: Path) -> Workspace:
    opened = Workspace.create(directory)
    duty.begin(opened)
    return opened


def rows(name: str, **params: object) -> "pd.DataFrame":
    """Run a query with exactly these parameters; its rows are kept until the data change."""
    return _rows(workspace().revision, name, keyed(params))


def choices(as_of: "date") -> "Mapping[str, Mapping[str, str]]":
    """Return what the shared filters offer on a day: by filter its choices and their labels, the most frequent first.

    Kept until the data change, and not copied, for every page looks a dozen times: read it, never change it.
    """
    return _choices(workspace().revision, as_of)


def overlaps(as_of: "date") -> "pd.DataFrame":
    """Return the land that parks share with the constraint layers in force; kept until the data change."""
    return _overlaps(workspace().revision, as_of)


def nearest_parks(as_of: "date") -> "pd.DataFrame":
    """Return how far each constraint layer in force is from the nearest park; kept until the data change."""
    return _nearest_parks(workspace().revision, as_of)


def touched(**params: object) -> "pd.DataFrame":
    """Return the projects of the query ``projects`` that constraint layers touch; kept until the data change."""
    return _touched(workspace().revision, keyed(params))


def keyed(params: "Mapping[str, object]") -> tuple[tuple[str, Any], ...]:
    """Return parameters as a key for a cache."""
    return tuple(sorted((key, tuple(value) if isinstance(value, list) else value) for key, value in params.items()))


def unkeyed(key: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """Return the parameters that a key was made of."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in key}


@st.cache_resource(max_entries=50, show_spinner=False)
def _choices(revision: int, as_of: "date") -> dict[str, dict[str, str]]:  # noqa: ARG001 - in the key
    offered: dict[str, dict[str, str]] = defaultdict(dict)
    rows = workspace().ask("filter_choices", as_of=as_of)
    for kind, choice, label in zip(rows["choice_kind"], rows["choice"], rows["choice_label"], strict=True):
        offered[kind][choice] = direction.straight(label)
    return dict(offered)


@st.cache_data(max_entries=300, show_spinner=False)
def _rows(revision: int, name: str, params: tuple[tuple[str, Any], ...]) -> "pd.DataFrame":  # noqa: ARG001 - in the key
    return direction.straight_rows(workspace().ask(name, **unkeyed(params)))


@st.cache_data(max_entries=20, show_spinner=False)
def _overlaps(revision: int, as_of: "date") -> "pd.DataFrame":  # noqa: ARG001 - in the key
    return constraints.of_parks(workspace().boundaries(as_of), workspace().layers(as_of))


@st.cache_data(max_entries=20, show_spinner=False)
def _nearest_parks(revision: int, as_of: "date") -> "pd.DataFrame":  # noqa: ARG001 - in the key
    return constraints.nearest_parks(workspace().boundaries(as_of), workspace().layers(as_of))


@st.cache_data(max_entries=20, show_spinner=False)
def _touched(revision: int, params: tuple[tuple[str, Any], ...]) -> "pd.DataFrame":  # noqa: ARG001 - in the key
    values = unkeyed(params)
    return constraints.of_projects(workspace().ask("projects", **values), workspace().layers(values["as_of"]))
