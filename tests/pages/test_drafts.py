"""What a visitor has filled in is there again in a new visit of the same tab and browser, and for nobody else."""

import hashlib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from parkatlas.ui.imports import outcome
from parkatlas.ui.kit import drafts
from parkatlas.workspace import drafts as kept
from tests.pages import toy

TAB, OWN, OTHER = "a" * 32, b"own browser", b"other browser"


@pytest.fixture
def region(tmp_path):
    """A county of its own, whose workspace takes drafts."""
    return toy.county(tmp_path)


@pytest.fixture
def browser(monkeypatch):
    """A function: the pages are looked at with the browser of this cookie from here on."""
    return lambda token: monkeypatch.setattr(drafts, "_browser", lambda: token)


def text_of(page):
    """Return all that a page says, as a visitor reads it."""
    return page.text.replace("\\", "")


def fill(region, browser, form, **values):
    """Keep what a visitor with ``OWN`` browser has filled in under ``TAB``."""
    browser(OWN)
    kept.write(region, drafts._id(OWN, TAB), {form: values})


def test_a_siting_form_is_there_again_after_a_restart(show, region, browser):
    browser(OWN)
    page = show(region, "siting", site_fai="20000")
    page.widget("text_input", "siting-site_name").set_value("三期")
    page.run()
    tab = page.app.query_params["draft"]
    again = show(region, "siting", draft=tab)
    assert again.widget("text_input", "siting-site_name").value == "三期"
    assert again.widget("number_input", "siting-site_fai").value == 20000


def test_a_shared_link_shows_nothing_its_sender_has_filled_in(show, region, browser):
    fill(region, browser, "siting", site_name=["三期"])
    browser(OTHER)
    page = show(region, "siting", draft=TAB)
    assert page.widget("text_input", "siting-site_name").value == ""
    assert "draft" not in page.app.query_params


def test_a_site_visit_outlives_a_restart_and_a_change_of_page(show, region, browser):
    fill(region, browser, "tour", stop=["E1"], minutes=["45"], returns=["1"])
    page = show(region, "visit", draft=TAB)
    for _ in range(2):
        assert page.widget("number_input", "visit-minutes").value == 45
        assert page.widget("toggle", "visit-returns").value
        page.go("overview").go("visit")


def test_a_link_goes_before_a_draft(show, region, browser):
    fill(region, browser, "siting", site_name=["三期"])
    page = show(region, "siting", draft=TAB, site_name="四期")
    assert page.widget("text_input", "siting-site_name").value == "四期"


def test_an_import_keeps_its_choices_and_names_the_lost_file(show, region, browser):
    choices = {"import_kind": "layers", "layer_kind": "farmland", "layer_name": "耕地", "by": "老王"}
    fill(region, browser, "import", **choices, files=["耕地.zip"])
    page = show(region, "imports", draft=TAB)
    assert page.widget("text_input", "by").value == "老王"
    assert page.widget("text_input", "layer_name").value == "耕地"
    assert page.widget("selectbox", "layer_kind").value == "farmland"
    assert "“耕地.zip”未能保留，请重新选择" in text_of(page)


def test_a_month_chosen_stays_until_another_month_was_taken_in(show, region, browser):
    fill(region, browser, "import", import_period="2026-03", import_following="2026-07")
    assert show(region, "imports", draft=TAB).widget("selectbox", "import_period").value == "2026-03"
    fill(region, browser, "import", import_period="2026-03", import_following="2026-06")
    assert show(region, "imports", draft=TAB).widget("selectbox", "import_period").value == "2026-07"


@pytest.mark.parametrize("value", [None, 7, ["x"], {"a": "b"}, "nonsense" * 1000])
def test_a_draft_of_nonsense_harms_no_page(show, region, browser, value):
    names = ("import_kind", "import_period", "by", "files", "layer_kind", "mapping-ledger", "sha256", "at", "token")
    browser(OWN)
    forms = {"import": dict.fromkeys(names, value), "storing": dict.fromkeys(names, value)}
    kept.write(region, drafts._id(OWN, TAB), forms)
    page = show(region, "imports", draft=TAB)
    assert page.widget("selectbox", "import_period").value == "2026-07"


def confirmed(region, browser, content, *, ago):
    """Note an import as confirmed some minutes ago, as ``import_outcome`` does."""
    at = datetime.now(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None) - timedelta(minutes=ago)
    digest = hashlib.sha256(content).hexdigest()
    about = {"file_name": "六月.csv", "sha256": digest, "at": at.isoformat(timespec="seconds")}
    fill(region, browser, "storing", **about, token="1")  # noqa: S106 - which of several imports it is, no secret


def test_an_import_stored_before_a_restart_is_told_with_its_number(show, region, browser):
    confirmed(region, browser, (region.parent / "六月.csv").read_bytes(), ago=5)
    page = show(region, "imports", draft=TAB)
    assert "“六月.csv”已入库（第 4 号，4 行）" in text_of(page)
    page.widget("button", "outcome-noted").click()
    assert "已入库" not in text_of(page.run())


@pytest.mark.parametrize("content", [b"another file", None])
def test_an_import_that_a_restart_prevented_is_told_as_not_stored(show, region, browser, content):
    confirmed(region, browser, content or (region.parent / "六月.csv").read_bytes(), ago=-5)
    assert "“六月.csv”没有入库：写入前连接中断或服务器停止，原有数据未受影响" in text_of(
        show(region, "imports", draft=TAB)
    )


def test_an_import_still_running_is_waited_for(show, region, browser, monkeypatch):
    confirmed(region, browser, b"another file", ago=0)
    monkeypatch.setattr(outcome, "_running", {"1"})
    page = show(region, "imports", draft=TAB)
    assert "“六月.csv”正在入库" in text_of(page)
    assert not [button for button in page.app.button if button.key == "check-upload"]
