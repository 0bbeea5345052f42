"""A line is cut, or a server goes: what was done is not lost unseen, what was filled in is there, in one language."""

import os
import shutil
import subprocess

import pytest

from tests.browser.conftest import HEADER_PX, HERE, ROOT, ROW_PX, Server, free_port, parkatlas, settle, shown_words
from tests.browser.test_data_page import JULY, choose_newest_import, ledger, press

NO_SOCKET = shutil.ignore_patterns("control")  # of a server that runs on it

BANNER = """() => getComputedStyle(document.body, '::after').content"""
WHOLE = """() => [undefined, 'unsure'].includes(document.documentElement.dataset.cut)"""
CUT = """() => document.documentElement.dataset.cut === 'lost'"""
# What a browser tells a page when the machine wakes, or changes its network.
WAKE = """() => dispatchEvent(new Event('online'))"""
DIALOG = '[data-testid="stDialog"]'  # Streamlit's own, which asks about the internet
USUAL_S, FORGETFUL_S = 120, 0  # for how long a server remembers a visit whose line was cut


class Mortal:
    """A server that a test kills and starts again on the same port, and the line to it."""

    def __init__(self, workspace, log, wire, remembers_s=USUAL_S):
        self.port, self.log, self.wire, self.url = free_port(), log, wire, wire.url
        self.command = parkatlas(workspace, "serve", "--address", HERE, "--port", self.port)
        home = log.parent / "home" / ".streamlit"  # whose settings Streamlit reads before the project's
        home.mkdir(parents=True)
        (home / "config.toml").write_text(f"[server]\ndisconnectedSessionTTL = {remembers_s}\n", encoding="utf-8")
        self.environment = os.environ | {"HOME": str(home.parent)}
        self.start()

    def start(self):
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )
        Server(self.port, self.process, self.log).wait_until_healthy()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def be_there(self):
        """Stand at the end of the line, whatever became of the test before."""
        if self.process.poll() is not None:
            self.start()
        self.wire.lead_to(self.port)


@pytest.fixture(scope="module")
def mortals(tab, small_workspace, tmp_path_factory):
    """A function: the server of this module that remembers for so long, on a workspace of its own; started once."""
    made = {}

    def mortal(remembers_s):
        if remembers_s not in made:
            folder = tmp_path_factory.mktemp("mortal")
            workspace = shutil.copytree(small_workspace, folder / "workspace", ignore=NO_SOCKET)
            made[remembers_s] = Mortal(workspace, folder / "log.txt", tab.line, remembers_s)
        return made[remembers_s]

    yield mortal
    for server in made.values():
        server.kill()


@pytest.fixture
def mortal(mortals, watch, request):
    """A server that is left running, on data as they were."""
    server = mortals(getattr(request, "param", USUAL_S))
    server.be_there()
    yield server
    server.be_there()
    watch.errors.clear()  # of the time without a server


def restart(page, server):
    """Kill the server, start it again, and wait until the browser has found it."""
    server.kill()
    page.wait_for_function(CUT)
    server.start()
    page.wait_for_function(WHOLE)


def cut(page, server):
    """Cut the line, mend it, and wait until the browser has found the server."""
    server.wire.cut()
    page.wait_for_function(CUT)
    page.locator("h1").first.click()  # a person who has not seen it yet
    server.wire.mend()
    page.wait_for_function(WHOLE)


def interrupted(**ways):
    """Run a test with each of these interruptions."""
    return pytest.mark.parametrize(("mortal", "interrupt"), ways.values(), ids=ways, indirect=["mortal"])


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "连接中断，正在重新连接"), ("en", "Connection lost")])
def test_the_banner_speaks_the_language_of_the_page_and_goes_by_itself(open_page, page, mortal, language, words):
    open_page(f"per-mu?lang={language}", on=mortal)
    mortal.kill()
    page.locator(DIALOG).wait_for(state="attached")
    assert words in page.evaluate(BANNER)
    assert "nternet" not in shown_words(page)
    mortal.start()
    page.wait_for_function(WHOLE)
    settle(page)
    assert page.evaluate(BANNER) == "none"
    assert page.locator(DIALOG).count() == 0


def test_a_page_that_never_reached_the_server_says_so_in_its_language(page, mortal):
    page.route("**/_stcore/**", lambda route: route.abort())
    page.goto(f"{mortal.url}/per-mu", wait_until="domcontentloaded")
    page.locator(DIALOG).wait_for(state="attached")
    assert "正在连接服务器" in page.evaluate(BANNER)
    assert "nternet" not in shown_words(page)
    page.unroute_all()
    settle(page)
    assert page.evaluate(BANNER) == "none"


def test_a_page_without_its_scripts_asks_to_be_loaded_again(page, mortal):
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{mortal.url}/per-mu?lang=en", wait_until="domcontentloaded")
    page.wait_for_function("() => document.documentElement.dataset.cut === 'gone'")
    assert "reload this page" in page.evaluate(BANNER)


@interrupted(restart=(USUAL_S, restart), cut=(USUAL_S, cut), forgotten=(FORGETFUL_S, cut))
def test_a_form_outlives_an_interruption_and_obeys_the_next_click(open_page, page, mortal, interrupt):
    open_page("where?site_name=三期", on=mortal)
    fai = page.locator(".st-key-siting-site_fai input")
    fai.fill("33333")  # not entered yet when the line is cut
    interrupt(page, mortal)
    assert fai.input_value() == "33333"
    page.keyboard.press("Enter")
    page.locator(".st-key-siting-site_pieces label").first.click()
    page.wait_for_url("**site_pieces=1**")
    assert "site_fai=33333" in page.url
    page.reload()
    settle(page)
    assert (fai.input_value(), page.get_by_label("项目名称").input_value()) == ("33333", "三期")


@interrupted(restart=(USUAL_S, restart), forgotten=(FORGETFUL_S, cut))
def test_an_import_keeps_its_columns_and_names_the_lost_file(open_page, page, mortal, interrupt):
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
    interrupt(page, mortal)
    page.locator(".st-key-card-upload").get_by_text("“七月.xlsx”未能保留").wait_for()
    page.reload()
    settle(page)
    page.get_by_text("更多选项").click()
    table.locator('[role="gridcell"]', has_text="名称").wait_for(state="attached")


def test_a_select_box_chosen_from_first_after_a_restart_obeys(open_page, page, mortal):
    open_page("where", on=mortal)
    restart(page, mortal)
    box = page.locator('.st-key-card-siting-form [data-testid="stSelectbox"]').first
    box.locator("input").first.click()
    page.get_by_role("option", name="机械").click()
    page.wait_for_url(f"**site_industry={'%E6%9C%BA%E6%A2%B0'}**")


def test_a_click_on_a_dead_connection_is_reported_and_can_be_repeated(open_page, page, mortal):
    open_page("data", on=mortal)
    choose_newest_import(page)
    mortal.wire.hush()
    page.get_by_role("button", name="撤销导入").click()
    page.wait_for_function(CUT)
    page.wait_for_function(WHOLE)
    assert "最后一步可能没有执行" in page.evaluate(BANNER)
    settle(page)
    press(page, "撤销导入")  # the import is still chosen: to tick it again might let it go
    page.get_by_role("button", name="撤销导入").wait_for(state="detached")  # of the new list nothing is chosen yet
    choose_newest_import(page)
    press(page, "恢复导入")  # as it was before


def test_a_waking_machine_checks_the_connection_before_it_takes_a_click(open_page, page, mortal):
    open_page("where", on=mortal)
    page.evaluate(WAKE)
    page.wait_for_function(WHOLE)  # the line stands, so at once
    mortal.wire.hush()
    page.evaluate(WAKE)
    pieces = page.locator(".st-key-siting-site_pieces label").first
    pieces.click()
    page.wait_for_function(CUT)
    page.wait_for_function(WHOLE)
    assert page.evaluate(BANNER) == "none"
    assert "site_pieces" not in page.url
    pieces.click()
    page.wait_for_url("**site_pieces=1**")
