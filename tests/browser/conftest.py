"""A demo workspace, a server that shows it, and a Chromium that reports every request that leaves this machine."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from parkatlas.ui.layout import GROUPS, PAGES
from parkatlas.workspace import Workspace
from tests.browser.wire import Wire
from tests.conftest import HERE
from tests.pages import making, toy

ROOT = Path(__file__).parents[2]
PATIENCE = 60
LOOK_EVERY_MS = 100
# A table on screen: its header, a row, and how far from the left a row is ticked.
HEADER_PX, ROW_PX, TICK_PX = 36, 35, 18
WINDOW = {"width": 1440, "height": 900}
# On a deep link Streamlit first asks beside the page, as if it were served under that path, and is told 404.
PROBES = re.compile(rf"http://{re.escape(HERE)}:\d+/[^/]+/_stcore/(health|host-config)")
# Tells of whatever the policy of our pages forbids, in frames too.
TELL_TALE = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`the policy forbade ${effectiveDirective}: ${blockedURI} of ${sourceFile}`))"""
# Tells whether the server has answered since something was last sent to it: on a busy machine a click that it has not
# yet taken up looks like a page at rest.
ANSWERED = """window.WebSocket = class extends WebSocket {
    constructor(...address) {
        super(...address);
        window.isUnanswered = false;
        this.addEventListener("message", () => { window.isUnanswered = false; });
    }
    send(message) {
        window.isUnanswered = true;
        super.send(message);
    }
}"""
# The one thing it forbids our pages: Streamlit's protobuf tries whether it may count in WebAssembly, and does without.
TRIED = re.compile(
    rf"the policy forbade script-src: wasm-eval of http://{re.escape(HERE)}:\d+/static/js/protobuf\.\w+\.js"
)
# Streamlit at rest: connected, nothing unanswered, no script running, nothing still taking shape.
SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && !window.isUnanswered && !document.querySelector('[data-testid$="Skeleton"], [data-testid="stSpinner"]');
}"""


def pytest_collection_modifyitems(items):
    """Mark what stands in this folder, so that ``-m "not browser"`` leaves it out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def free_port():
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return probe.getsockname()[1]


def parkatlas(workspace, *arguments):
    """Return the command line that runs ParkAtlas on ``workspace``."""
    return [sys.executable, "-m", "parkatlas", "--workspace", str(workspace), *map(str, arguments)]


@dataclass
class Server:
    """One running server: its port, its process and what it wrote."""

    port: int
    process: subprocess.Popen
    log: Path

    @property
    def url(self):
        """Its own address; the browser comes over the line of its tab."""
        return f"http://{HERE}:{self.port}"

    def wait_until_healthy(self):
        """Return when the server answers; raises RuntimeError with its log when it dies or stays silent."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=2):  # noqa: S310 - our own server
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError(f"the server did not come up; it wrote:\n{self.log.read_text(encoding='utf-8')}")

    def stop(self):
        """End the process, kindly at first."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """A function: serve a workspace through the public command line and return the ``Server``; all end at the end."""
    running = []

    def start(workspace):
        port = free_port()
        log = tmp_path_factory.mktemp("server") / "log.txt"
        command = parkatlas(workspace, "serve", "--address", HERE, "--port", port)
        with log.open("wb") as out:
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        running.append(Server(port, process, log))
        running[-1].wait_until_healthy()
        return running[-1]

    yield start
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def demo_workspace(once_for_all):
    """The demo region as `python -m parkatlas demo` makes it; read it, never change it."""
    return once_for_all("demo", demo)


def demo(workspace):
    """Make the demo region in ``workspace``."""
    done = subprocess.run(parkatlas(workspace, "demo"), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"the demo workspace could not be made:\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def server(chromium, demo_workspace, serve):  # noqa: ARG001 - without a browser nothing needs to be served
    """The server of the demo workspace."""
    return serve(demo_workspace)


@pytest.fixture(scope="session")
def small_workspace(tmp_path_factory):
    """The toy county (tests/pages/toy.py) with farmland over half of 东园; read it, never change it."""
    folder = tmp_path_factory.mktemp("small")
    directory = toy.county(folder)
    with Workspace(directory) as workspace:
        workspace.import_file(making.layer(folder / "农田.geojson", "farmland", toy.FIELD))
    return directory


@pytest.fixture(scope="session")
def small(chromium, small_workspace, serve):  # noqa: ARG001 - without a browser nothing needs to be served
    """The server of the toy county."""
    return serve(small_workspace)


@dataclass
class Watch:
    """What a test's page did that it should not: requests that left this machine, errors in its console."""

    strays: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def request(self, url):
        """Keep the address of a request that left this machine."""
        address = urlsplit(url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != HERE:
            self.strays.append(url)
        self.paths.append(address.path)

    def dialog(self, dialog):
        """Keep what a script asked in a dialog, and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def console(self, message):
        """Keep an error of the console with the place it comes from."""
        place = message.location.get("url", "")
        if message.type == "error" and not PROBES.fullmatch(place) and not TRIED.fullmatch(message.text):
            self.errors.append(f"{message.text} ({place})")


class Tab:
    """The one page that all tests of a process use in turn, under one address, whichever server it leads to.

    A new page, another address or a blank page between two tests would each bring a new process of the browser, which
    compiles Streamlit's scripts again: three times the work of a page in a process that has them.
    """

    def __init__(self, context):
        self.context, self.line = context, Wire()
        self.page = context.new_page()
        self.watch = Watch()
        self.page.on("request", lambda request: self.watch.request(request.url))
        self.page.on("websocket", lambda socket: self.watch.request(socket.url))
        self.page.on("pageerror", lambda error: self.watch.errors.append(str(error)))
        self.page.on("console", lambda message: self.watch.console(message))  # noqa: PLW0108 - each test has its own watch
        self.page.on("dialog", lambda dialog: self.watch.dialog(dialog))  # noqa: PLW0108

    def clear(self):
        """Leave what is shown, and forget all that the test before chose and all that the browser kept of it."""
        self.page.unroute_all()
        if self.page.url.startswith("http"):
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
            # A page of the same address without scripts, unless the server is gone.
            self.page.goto(f"{self.line.url}/healthz" if self.line.is_answered() else "about:blank")
        self.context.clear_cookies()
        self.page.set_viewport_size(WINDOW)
        self.page.emulate_media(color_scheme="light")
        self.watch = Watch()


@pytest.fixture(scope="session")
def context(browser):
    """A browser profile: Chinese, 1440 × 900, light, still; one for all tests: the scripts are read once."""
    fresh = browser.new_context(viewport=WINDOW, locale="zh-CN", color_scheme="light", reduced_motion="reduce")
    fresh.set_default_timeout(PATIENCE * 1000)
    fresh.add_init_script(TELL_TALE)
    fresh.add_init_script(ANSWERED)
    # Asked for where a page names none, as the one without scripts that stands between two tests.
    fresh.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    yield fresh
    fresh.close()


@pytest.fixture(scope="session")
def tab(context):
    """The page of the profile, with whoever watches it."""
    opened = Tab(context)
    yield opened
    opened.line.close()


@pytest.fixture
def watch(tab):
    """What the page of this test did; a test that provokes an error on purpose clears ``watch.errors``."""
    tab.clear()
    return tab.watch


@pytest.fixture
def page(tab, watch):
    """A blank page that fails its test at the end if it sent a request elsewhere or wrote an error to its console."""
    yield tab.page
    strays, errors = "\n".join(watch.strays), "\n".join(watch.errors)
    assert not strays, f"requests left this machine; serve these from static/vendor:\n{strays}"
    assert not errors, f"the browser's console shows errors:\n{errors}"


# The addresses of the pages; that of the first is empty.
PATHS = ["", *(path for _, path, *_ in PAGES[1:])]
_GROUP_OF = {path: place for place, pages in enumerate(GROUPS.values()) for _, path, *_ in pages}


def go(page, path):
    """Go to another page of the same visit, by its address, and wait until it stands under its title."""
    link = page.locator(f'[data-testid^="stTopNav"][href$="/{path}"]')
    if path:
        page.get_by_test_id("stTopNavSection").nth(_GROUP_OF[path] - 1).click()
    title = link.inner_text().split("\n")[-1]  # before it stands its icon
    link.click()
    page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
    settle(page)


def settle(page):
    """Wait until Streamlit rests, also after a rerun that a widget has just begun."""
    page.wait_for_function(SETTLED, polling=LOOK_EVERY_MS)
    page.wait_for_timeout(250)  # a click reaches the server only after the browser's own debounce
    page.wait_for_function(SETTLED, polling=LOOK_EVERY_MS)


def shown_words(page):
    """Return all text of the page that has a size."""
    return page.locator("body").evaluate(
        "body => [...body.querySelectorAll('*')]"
        ".filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) > 0)"
        ".flatMap(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data)).join('|')"
    )


@pytest.fixture
def open_page(page, tab):
    """A function: open a path such as ``/map?basis=done`` on a server, wait, return the page."""

    def go(path="/", *, on):
        tab.line.lead_to(on.port)
        page.goto(tab.line.url + "/" + path.removeprefix("/"), wait_until="domcontentloaded")
        settle(page)
        return page

    return go


@pytest.fixture
def download(page):
    """A function: click a download button within a part of the page and return (file name, bytes)."""

    def click(name, within="body", number=0):
        with page.expect_download() as started:
            page.locator(within).get_by_role("button", name=name).nth(number).click()
        return started.value.suggested_filename, started.value.path().read_bytes()

    return click


class Map:
    """The map on a page: its frame, and where on it a thing stands."""

    def __init__(self, page):
        settle(page)  # a page just come to still shows the one before
        self.frame = page.wait_for_selector('iframe[title^="streamlit_folium"]').content_frame()
        self.page = page
        self.frame.wait_for_selector("body[data-drawn]", state="attached")
        self.rest()

    def rest(self):
        """Wait until the map stands still and has drawn what it was last told."""
        settle(self.page)
        self.frame.wait_for_function("() => !map._animatingZoom && !(map._panAnim && map._panAnim._inProgress)")

    def click(self, lon, lat):
        """Click at a place, in degrees."""
        at = self.frame.evaluate("([x, y]) => map.latLngToContainerPoint([y, x])", [lon, lat])
        self.frame.locator("#map_div").click(position={"x": at["x"], "y": at["y"]})
        self.rest()

    def hover(self, lon, lat):
        """Move the mouse to a place, in degrees."""
        at = self.frame.evaluate("([x, y]) => map.latLngToContainerPoint([y, x])", [lon, lat])
        self.frame.locator("#map_div").hover(position={"x": at["x"], "y": at["y"]})

    @property
    def view(self):
        """The middle of the window and its zoom."""
        return self.frame.evaluate("() => [map.getCenter().lng, map.getCenter().lat, map.getZoom()]")

    def drawn(self, kind):
        """Return the ids of the things of a kind (``park``, ``project``) that stand on the map."""
        script = "() => { const ids = []; map.eachLayer(l => l.item && ids.push(l.item.id)); return ids }"
        return {name for name in self.frame.evaluate(script) if name and name.startswith(f"{kind}:")}
