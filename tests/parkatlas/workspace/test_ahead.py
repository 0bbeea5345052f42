"""One ahead: the next thing is begun before the present one is in use, and everything begun ends."""

from contextlib import closing, contextmanager

import pytest

from parkatlas.workspace.ahead import one_ahead


@pytest.fixture
def events():
    """What happened, in its order."""
    return []


@pytest.fixture
def begin(events):
    """A function that begins a thing and tells so, and tells its end."""

    @contextmanager
    def begun(name):
        events.append(f"begin {name}")
        try:
            yield name.upper()
        finally:
            events.append(f"end {name}")

    return begun


def test_the_next_begins_while_one_is_used_and_each_ends_afterwards(begin, events):
    for name, begun in one_ahead(begin, "ab"):
        events.append(f"use {name} as {begun}")
    assert events == ["begin a", "begin b", "use a as A", "end a", "use b as B", "end b"]


def test_stopping_early_ends_all_begun_and_begins_nothing_more(begin, events):
    with closing(one_ahead(begin, "abc")) as begun:
        next(begun)
    assert events == ["begin a", "begin b", "end a", "end b"]


def test_nothing_to_begin_is_nothing_to_use(begin):
    assert list(one_ahead(begin, "")) == []
