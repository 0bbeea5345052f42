"""A server is stopped in the midst of an import: nothing is half done, and the page says what became of it."""

import shutil
import signal
import time
from pathlib import Path

import pytest

from parkatlas.workspace import Workspace
from tests.browser.conftest import settle
from tests.browser.test_cut import CUT, NO_SOCKET, WHOLE, Mortal
from tests.browser.test_data_page import press
from tests.pages import toy

SOON_S = 10
ROWS = 6000  # so many that reading and storing take a while


@pytest.fixture
def mortal(small_workspace, tmp_path, tab, watch):
    """A server whose workspace no other test sees."""
    workspace = shutil.copytree(small_workspace, tmp_path / "workspace", ignore=NO_SOCKET)
    server = Mortal(workspace, tmp_path / "log.txt", tab.line)
    yield server
    server.kill()
    watch.errors.clear()  # of the time without a server


def many():
    """Return a ledger in CSV."""
    columns = list(toy.TWO)
    lines = [",".join(str({**toy.TWO, "项目名称": f"厂{number}"}[name]) for name in columns) for number in range(ROWS)]
    return "\n".join([",".join(columns), *lines]).encode()


def children(parent):
    """Return the processes that a process has begun and that run."""
    pids = set()
    for path in Path("/proc").glob("[0-9]*"):
        try:
            state, of = (path / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(of) == parent and state not in "ZX":
            pids.add(int(path.name))
    return pids


def wait_for(ask):
    """Return what ``ask`` returns, as soon as it is more than nothing."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.002)
    raise TimeoutError


STOPS = {
    "Ctrl-C while it is read": (signal.SIGINT, "reading"),
    "a service's end while it is stored": (signal.SIGTERM, "storing"),
    "a kill while it is read": (signal.SIGKILL, "reading"),
    "a kill while it is stored": (signal.SIGKILL, "storing"),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_an_import_interrupted_by_a_stop_is_whole_or_absent_and_reported(
    open_page,
    page,
    mortal,
    tmp_path,
    stop,
):
    end, moment = stop
    open_page("data", on=mortal)
    page.locator('[class*="st-key-files-ledger"] input').set_input_files(
        {"name": "七月.csv", "mimeType": "", "buffer": many()}
    )
    settle(page)
    directory = tmp_path / "workspace"
    readers = set()
    if moment == "reading":
        page.get_by_role("button", name="检查文件").click()
        readers = wait_for(lambda: children(mortal.process.pid))
    else:
        press(page, "检查文件")
        page.get_by_role("button", name="确认导入").click()
        wait_for(lambda: list(directory.rglob("incoming-*")))
    mortal.process.send_signal(end)
    mortal.process.wait(SOON_S)
    wait_for(lambda: not any(Path(f"/proc/{reader}/cwd").exists() for reader in readers))
    page.wait_for_function(CUT)
    mortal.start()
    page.wait_for_function(WHOLE)
    card = page.locator(".st-key-card-upload").inner_text()
    mortal.process.send_signal(signal.SIGTERM)
    mortal.process.wait(SOON_S)
    assert not list(directory.rglob("incoming-*"))
    with Workspace(directory) as workspace:
        stored = workspace.ask("imports").query("file_name == '七月.csv'")
        assert workspace.check() == []
    if moment == "reading":
        assert stored.empty
        assert "“七月.csv”未能保留" in card
    else:
        assert ("“七月.csv”已入库" in card) == (len(stored) == 1), card
        assert ("“七月.csv”没有入库" in card) == stored.empty, card
