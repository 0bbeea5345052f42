"""A workspace of two parks, two units and two ledger months, made once and copied for each test."""

import shutil

import pytest

from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pattern")
    with Workspace.create(folder / "W", "小县") as workspace:
        making.take(workspace, "units", making.rows(folder / "u.csv", ("单位名称",), ("甲镇",), ("乙镇",)))
        making.take(workspace, "parks", making.squares(folder / "p.geojson", 东园=0, 西园=1000))
        january = making.ledger(
            folder / "1.csv", ("玻璃厂", "甲镇", "东园", 10, 1000), ("钢厂", "乙镇", "西园", 10, 500)
        )
        making.take(workspace, "ledger", january, "2026-01")
        february = making.ledger(folder / "2.csv", ("玻璃厂", "甲镇", "东园", 10, 2000))
        making.take(workspace, "ledger", february, "2026-02")
    return folder / "W"


@pytest.fixture
def directory(pattern, tmp_path):
    """Return a copy of the pattern that a test may harm."""
    return shutil.copytree(pattern, tmp_path / "W")


@pytest.fixture
def workspace(directory):
    with Workspace(directory) as opened:
        yield opened
