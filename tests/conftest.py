"""What every test gets: one language, patient property tests, a Chromium, and a loud word where there is none."""

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import sync_playwright

from parkatlas import messages, queries
from parkatlas.intake import isolation
from parkatlas.workspace import database
from tests.nursery import Nursery

CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TESTS = Path(__file__).parent
LONGEST = ("browser", "recipes", "installed", "faults")
NO_BROWSER = "no Chromium on this machine"
HERE = "127.0.0.1"
NO_NETWORK = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # Every window would make ready two pages of Chromium's own for an address bar that nobody sees.
    "--disable-features=AimEnabled,WebUIOmniboxAimPopup,WebUIOmniboxPopup,HttpsUpgrades,OptimizationHints,PaintHolding",
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HERE}",
    # A page lives for seconds here: to optimise its scripts takes longer than it saves.
    "--js-flags=--no-opt --no-maglev",
)

# Geometry and imports take as long as they take: a deadline would only fail on a busy machine.
settings.register_profile("parkatlas", deadline=None, derandomize=CI)
settings.load_profile("parkatlas")


@pytest.fixture(autouse=True)
def chinese_first():
    """Start every test in the default language, and leave it so for the fixtures that several tests share."""
    messages.use(messages.DEFAULT_LANGUAGE)
    yield
    messages.use(messages.DEFAULT_LANGUAGE)


START_OF_A_CHILD, CONNECT = isolation._child, database.connect


@pytest.fixture(scope="session", autouse=True)
def nursery():
    """Fork the children that read files: their start would take longer than the reading."""
    forking = Nursery()
    isolation._child = forking.child
    yield
    isolation._child = START_OF_A_CHILD
    forking.close()


@pytest.fixture
def children_proper(monkeypatch):
    """For tests of the child itself: it is started as in the product."""
    monkeypatch.setattr(isolation, "_child", START_OF_A_CHILD)


@pytest.fixture(scope="session", autouse=True)
def tables_made_once(tmp_path_factory):
    """Begin every new database with a copy of one without data: to make its tables takes ten times as long."""
    empty = tmp_path_factory.mktemp("empty") / database.FILE
    CONNECT(empty).close()
    scripts = queries.table_scripts()

    def connect(path=":memory:", *limits, **more):
        is_new = isinstance(path, Path) and path.parent.is_dir() and not path.exists() and not more.get("read_only")
        if is_new and queries.table_scripts() == scripts:
            try:
                shutil.copyfile(empty, path)
            except OSError:  # a disk that is full or fails: the product's own way meets it too
                path.unlink(missing_ok=True)
        return CONNECT(path, *limits, **more)

    database.connect = connect
    yield
    database.connect = CONNECT


@pytest.fixture(scope="session")
def once_for_all(tmp_path_factory, worker_id):
    """A function: a copy of a directory that ``make(path)`` fills, made by the first worker of all that asks for it."""

    def copy_of(name, make):
        own = tmp_path_factory.mktemp(name) / "copy"
        if worker_id == "master":
            make(own)
            return own
        shared = tmp_path_factory.getbasetemp().parent / name
        with FileLock(f"{shared}.lock"):
            if not shared.exists():
                make(shared)
        return shutil.copytree(shared, own, ignore=shutil.ignore_patterns("control"))

    return copy_of


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium; without one the test is skipped and named at the end, with CI=true it fails."""
    named = os.environ.get("CHROMIUM")
    path = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path and shutil.which(path):
        return path
    if CI:
        pytest.fail(f"{NO_BROWSER}, and CI=true: install one (`make browser`) or name it in CHROMIUM", pytrace=False)
    return pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def browser(chromium):
    """A headless Chromium that can reach nothing but this machine."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(NO_NETWORK))
        yield running
        running.close()


def pytest_collection_modifyitems(items):
    """Begin with the folders of the longest files, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: not any(TESTS / name in item.path.parents for name in LONGEST))


def pytest_terminal_summary(terminalreporter):
    """Say loudly which tests wanted a browser and did not get one."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if NO_BROWSER in str(report.longrepr)]
    if not skipped:
        return
    terminalreporter.section("BROWSER TESTS DID NOT RUN", sep="!", red=True, bold=True)
    terminalreporter.line(f"{len(skipped)} tests need a browser and found {NO_BROWSER}. They prove nothing this time.")
    terminalreporter.line("Install Chromium (`make browser` tries), or name one: CHROMIUM=/path/to/chromium make test")
    for report in skipped:
        terminalreporter.line(f"  {report.nodeid}")
