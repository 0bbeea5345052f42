"""How many faults are tried: a sample with all other tests, every one with ``make test-faults`` (``FAULTS=all``)."""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.parkatlas.workspace import making

HERE = Path(__file__).parent
EVERY = os.environ.get("FAULTS") == "all"


def pytest_generate_tests(metafunc):
    """Give a test marked ``faults(of, sample)`` the numbers of its cases as ``case``, from 0 to ``of`` or a sample."""
    marker = metafunc.definition.get_closest_marker("faults")
    if marker:
        of, sample = marker.args
        metafunc.parametrize("case", range(of) if EVERY else range(0, of, -(-of // sample)))


def pytest_configure(config):
    """Make the mark known."""
    config.addinivalue_line("markers", "faults(of, sample): how many cases there are, and how many of them are usual")


def pytest_terminal_summary(terminalreporter):
    """Say of every kind of fault how many cases were tried and held."""
    stats = terminalreporter.stats
    tried = Counter(
        (report.nodeid.split("[")[0], outcome)
        for outcome in ("passed", "failed", "skipped", "error")
        for report in stats.get(outcome, [])
        if "tests/faults/" in report.nodeid
    )
    if EVERY and tried:
        terminalreporter.section("faults")
        for (test, outcome), count in sorted(tried.items()):
            terminalreporter.line(f"{count:>5} {outcome}  {test}")


@pytest.fixture(scope="session")
def county(tmp_path_factory):
    """The folder of a small county's workspace W and of the files that ``work`` imports, to be copied."""
    folder = tmp_path_factory.mktemp("county")
    making.small_county(folder)
    making.ledger(folder / "3.csv", ("纸厂", "甲镇", "东园", 1, 3))
    making.squares(folder / "q.geojson", 东园=0, 西园=1000, 南园=3000)
    return folder
