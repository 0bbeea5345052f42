"""In the browser: from the command to the served page, and from the address to the first map drawn."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from bench import generate, regions
from bench.timing import ROOT, Finding

AIM_SERVED, AIM_MAP, AIM_GROWTH = 5.0, 3.0, 1.3
HERE = "127.0.0.1"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
PATIENCE_S = 60


def measure(small: generate.Size, large: generate.Size, rounds: int) -> list[Finding]:
    """Return the seconds until a page is served and until a first visitor's map is drawn, at two sizes in turn.

    Every round starts a server and visits it with a browser that has seen nothing. Raises ImportError without
    playwright, FileNotFoundError without Chromium.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a development requirement, this part only

    chromium = os.environ.get("BROWSER_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise FileNotFoundError("no Chromium: set BROWSER_PATH")
    workspaces = {size: regions.workspace(size) for size in (small, large)}
    served, first, next_ = [], {small: [], large: []}, {small: [], large: []}
    with sync_playwright() as playwright:
        for _ in range(rounds):
            for size, workspace in workspaces.items():
                with server(workspace) as (url, seconds):
                    served.append(seconds)
                    browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
                    first[size].append(_drawn(browser, url))
                    next_[size].append(_drawn(browser, url))
                    browser.close()
    return [
        Finding("command to served page, warm environment", median(served), AIM_SERVED, "s"),
        Finding(f"first map after the start, {small.projects:,} projects", median(first[small]), AIM_MAP, "s"),
        Finding(f"first map after the start, {large.projects:,} projects", median(first[large]), unit="s"),
        Finding(
            "first map after the start, large ÷ small", median(first[large]) / median(first[small]), AIM_GROWTH, "×"
        ),
        Finding(f"map of a later visitor, {small.projects:,} projects", median(next_[small]), AIM_MAP, "s"),
        Finding(f"map of a later visitor, {large.projects:,} projects", median(next_[large]), unit="s"),
        Finding("map of a later visitor, large ÷ small", median(next_[large]) / median(next_[small]), AIM_GROWTH, "×"),
    ]


@contextmanager
def server(workspace: Path) -> Iterator[tuple[str, float]]:
    """Serve a workspace with the public command; yield its address and the seconds until it served its first page."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port = probe.getsockname()[1]
    url = f"http://{HERE}:{port}"
    command = [sys.executable, "-m", "parkatlas", "--workspace", str(workspace), "serve", "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(url):
            if process.poll() is not None or time.perf_counter() - began > PATIENCE_S:
                raise RuntimeError(f"no server on {workspace}")
            time.sleep(0.02)
        yield url, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    with suppress(urllib.error.URLError, OSError):
        for path in ("/_stcore/health", "/"):
            with urllib.request.urlopen(url + path, timeout=5) as answer:  # noqa: S310 - our own server
                answer.read()
        return True
    return False


def _drawn(browser: object, url: str) -> float:
    """Return the seconds from the address to the map with its parks and projects, in a fresh profile."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(1000 * PATIENCE_S)
    began = time.perf_counter()
    page.goto(f"{url}/map", wait_until="commit")
    frame = page.frame_locator("iframe[title^='streamlit_folium']")
    frame.locator("body[data-drawn] path.leaflet-interactive").first.wait_for(state="attached")
    taken = time.perf_counter() - began
    context.close()
    return taken
