"""Each case opened once as a workspace, and a way to ask it."""

from contextlib import ExitStack
from functools import cache

import pytest

from parkatlas.demo import load
from parkatlas.workspace import Workspace


@pytest.fixture(scope="session")
def opened(once_for_all):
    """A function: the workspace of a case, made from its committed files the first time."""
    with ExitStack() as stack:

        @cache
        def workspace(name):
            made = once_for_all(name, lambda directory: load.into(directory, name))
            return stack.enter_context(Workspace(made))

        yield workspace


@pytest.fixture
def case(opened, request):
    """The workspace of the case that the module names in ``CASE``."""
    return opened(request.module.CASE)


@pytest.fixture
def projects(case):
    """Every project of the newest ledger."""
    return case.ask("projects")


@pytest.fixture
def targets(case):
    """The rows of target_progress by (metric, tier)."""
    rows = case.ask("target_progress").to_dict("records")
    return {(row["metric"], row["target_tier"]): row for row in rows}


@pytest.fixture
def push(case):
    """The only campaign of the case, with its clock on the day of the newest ledger."""
    return case.ask("campaigns").iloc[0]


@pytest.fixture
def structure(case):
    """A function: the rows of structure for a cut, by the value's key."""

    def ask(cut, **params):
        return {row["cut_key"]: row for row in case.ask("structure", cut=cut, **params).to_dict("records")}

    return ask
