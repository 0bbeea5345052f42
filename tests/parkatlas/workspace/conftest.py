"""A workspace of two parks, two units and two ledger months, made once and copied for each test."""

import shutil

import pytest

from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    return making.small_county(tmp_path_factory.mktemp("pattern"))


@pytest.fixture
def directory(pattern, tmp_path):
    """Return a copy of the pattern that a test may harm."""
    return shutil.copytree(pattern, tmp_path / "W")


@pytest.fixture
def workspace(directory):
    with Workspace(directory) as opened:
        yield opened
