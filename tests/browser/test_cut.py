"""A server goes away and comes back: what was done is not lost unseen, what was filled in is there, in one language."""

import shutil
import subprocess

import pytest

from tests.browser.conftest import HEADER_PX, HERE, ROOT, ROW_PX, Server, free_port, parkatlas, settle, shown_words
from tests.browser.test_data_page import JULY, ledger, press

NO_SOCKET = shutil.ignore_patterns("control")  # of a server that runs on it

BANNER = """() => getComputedStyle(document.querySelector('[data-testid="stApp"]'), '::after').content"""
WHOLE = """() => !document.body.dataset.cut"""
CUT = """() => document.body.dataset.cut === 'lost'"""


class Mortal:
    """A server that a test kills and starts again under the same address."""

    def __init__(self, workspace, log):
        self.port, self.log = free_port(), log
        self.command = parkatlas(workspace, "serve", "--address", HERE, "--port", self.port)
        self.url = f"http://{HERE}:{self.port}"
        self.start()

    def start(self):
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(self.command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        Server(self.url, self.process, self.log).wait_until_healthy()

    def kill(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def mortal(chromium, small_workspace, tmp_path, watch):  # noqa: ARG001 - without a browser nothing needs to be served
    server = Mortal(shutil.copytree(small_workspace, tmp_path / "workspace", ignore=NO_SOCKET), tmp_path / "log.txt")
    yield server
    server.kill()
    watch.errors.clear()  # of the time without a server


def restart(page, server):
    """Kill the server, start it again, and wait until the browser has found it."""
    server.kill()
    page.wait_for_function(CUT)
    server.start()
    page.wait_for_function(WHOLE)


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "连接中断，正在重新连接"), ("en", "Connection lost")])
def test_the_banner_speaks_the_language_of_the_page_and_goes_by_itself(open_page, page, mortal, language, words):
    open_page(f"per-mu?lang={language}", on=mortal)
    mortal.kill()
    page.locator('[data-testid="stDialog"]').wait_for(
        state="attached"
    )  # Streamlit's own, which asks about the internet
    assert words in page.evaluate(BANNER)
    assert "nternet" not in shown_words(page)
    mortal.start()
    page.wait_for_function(WHOLE)
    settle(page)
    assert page.evaluate(BANNER) == "none"
    assert page.locator('[data-testid="stDialog"]').count() == 0


def test_a_siting_form_stands_as_it_was_and_the_first_click_after_a_restart_is_done(open_page, page, mortal):
    open_page("where?site_name=三期", on=mortal)
    fai = page.locator(".st-key-site_fai input")
    fai.fill("33333")  # not entered yet when the server dies
    restart(page, mortal)
    assert fai.input_value() == "33333"
    page.keyboard.press("Enter")
    page.locator(".st-key-site_pieces label").first.click()
    page.wait_for_url("**site_pieces=1**")
    assert "site_fai=33333" in page.url
    page.reload()
    settle(page)
    assert (fai.input_value(), page.get_by_label("项目名称").input_value()) == ("33333", "三期")


def test_the_columns_named_for_an_import_are_there_after_a_restart_and_the_lost_file_is_told(open_page, page, mortal):
    open_page("data", on=mortal)
    page.locator('[class*="st-key-files-ledger"] input').set_input_files(
        {"name": "七月.xlsx", "mimeType": "", "buffer": ledger(JULY)}
    )
    settle(page)
    page.get_by_text("更多选项").click()
    table = page.locator('.st-key-mapping-ledger [data-testid="stDataFrame"]')
    table.locator('[role="gridcell"]').first.wait_for(state="attached")
    table.dblclick(position={"x": 0.75 * table.bounding_box()["width"], "y": HEADER_PX + ROW_PX / 2})
    page.locator("#portal .gdg-input").wait_for()
    page.keyboard.type("名称")
    page.keyboard.press("Enter")
    settle(page)
    restart(page, mortal)
    assert "“七月.xlsx”未能保留" in page.locator(".st-key-card-upload").inner_text()
    page.reload()
    settle(page)
    page.get_by_text("更多选项").click()
    table.locator('[role="gridcell"]', has_text="名称").wait_for(state="attached")


def test_an_import_confirmed_before_a_restart_is_told_after_it(open_page, page, mortal):
    open_page("data", on=mortal)
    page.locator('[class*="st-key-files-ledger"] input').set_input_files(
        {"name": "七月.xlsx", "mimeType": "", "buffer": ledger(JULY)}
    )
    settle(page)
    press(page, "检查文件")
    press(page, "确认导入")
    restart(page, mortal)
    assert "“七月.xlsx”已入库（第 7 号，1 行）" in page.locator(".st-key-card-upload").inner_text()
    press(page, "知道了")
    assert "已入库" not in page.locator(".st-key-card-upload").inner_text()
