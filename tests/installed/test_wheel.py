"""The wheel: what a stranger installs, away from this tree, does all its work."""

import os
import re
import subprocess
import sys
import sysconfig
import time
import tomllib
import urllib.error
import urllib.request
import venv
import zipfile
from importlib.metadata import Distribution

import pytest

from parkatlas import __version__, assets, messages
from tests.browser.conftest import PATIENCE, free_port
from tests.conftest import HERE
from tests.conventions.project import ROOT

CASE = "shizhi-100"  # the smallest
# The libraries are those of this environment, but nothing else of it: no path of the tree, no setting of the machine.
ALONE = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": os.sep}
# Draws the first page as a visitor sees it; an error would be a heading too.
VISIT = """
from streamlit.testing.v1 import AppTest
from parkatlas import resources
page = AppTest.from_file(str(resources.ROOT / "app.py"), default_timeout=60)
page.query_params["lang"] = "en"
page.run()
assert not page.exception, page.exception
for heading in [*page.title, *page.subheader]:
    print(heading.value)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installation(wheel, tmp_path_factory):
    """An environment of its own in which only the wheel is installed; its requirements are borrowed from this one."""
    folder = tmp_path_factory.mktemp("installation")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--no-compile", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *install], check=True)
    (packages,) = folder.glob("lib/*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def run(installation, tmp_path_factory):
    """A function: run a program of the installation in a folder that holds nothing, and return what it prints."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(program, *words, **settings):
        command = [str(installation / "bin" / program), *map(str, words)]
        done = subprocess.run(
            command, cwd=elsewhere, env=ALONE | settings, check=False, capture_output=True, text=True
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="module")
def workspace(run, tmp_path_factory):
    """A historic case, made by the installed command."""
    folder = tmp_path_factory.mktemp("case") / "workspace"
    run("parkatlas", "--workspace", folder, "demo", "--case", CASE)
    return folder


def requirements(name):
    """Return the lines of a list of requirements that name something."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if re.match(r"\w", line)]


def test_a_wheel_bears_name_version_licence_and_requirements(installation):
    (folder,) = installation.glob("lib/*/site-packages/parkatlas-*.dist-info")
    metadata = Distribution.at(folder).metadata
    assert (metadata["Name"], metadata["Version"]) == ("parkatlas", __version__)
    assert (metadata["License-Expression"], metadata["License-File"]) == ("Apache-2.0", "LICENSE")
    assert sorted(metadata.get_all("Requires-Dist")) == sorted(requirements("requirements.txt"))


def test_a_wheel_holds_what_a_checkout_has_beside_the_package(wheel):
    names = {name.removeprefix("parkatlas/share/") for name in zipfile.ZipFile(wheel).namelist()}
    folders = ("pages", "data", "queries", "locale", "static", ".streamlit")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files_here = {path.relative_to(ROOT).as_posix() for path in [*files, ROOT / "app.py", ROOT / "parks.geojson"]}
    assert {name for name in files_here if "__pycache__" not in name} <= names
    assert {f"static/vendor/{name}" for name in assets.FILES.values()} <= names


def test_the_tool_that_builds_wheels_is_the_one_tested():
    builders = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    assert set(builders) <= set(requirements("requirements-dev.txt"))


def test_the_installed_command_tells_its_version(run):
    assert run("parkatlas", "--version") == f"parkatlas {__version__}\n"


def test_the_installed_command_makes_the_demo_and_asks(run, workspace):
    assert "百日会战" in run("parkatlas", "--workspace", workspace, "ask", "campaigns", "--format", "csv")


def test_an_installation_draws_its_pages(run, workspace):
    headings = run("python", "-c", VISIT, PARKATLAS_WORKSPACE=str(workspace)).splitlines()
    with messages.speaking("en"):
        assert headings[0] == messages.text("pages.overview")
        assert messages.text("pages.error_title") not in headings


def test_an_installation_serves_from_any_folder(installation, workspace, tmp_path):
    port = free_port()
    command = [installation / "bin" / "parkatlas", "--workspace", workspace, "serve", "--port", str(port)]
    with (
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(command, cwd=tmp_path, env=ALONE, stdout=log, stderr=log) as server,
    ):
        try:
            assert answer(server, port, "healthz") == "ok"
            assert "<title>园区一张图" in answer(server, port, "")
            assert "Leaflet" in answer(server, port, "app/static/vendor/leaflet/leaflet.js")
        finally:
            server.terminate()


def answer(server, port, path):
    """Return what a server that is starting answers; raises where it died or stays silent."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://{HERE}:{port}/{path}", timeout=PATIENCE) as response:
                return response.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"no answer to /{path}")
