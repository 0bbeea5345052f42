"""Every page in both languages, in every state of the data: nothing raised, nothing raw, nothing foreign."""

import re

import pytest

from parkatlas.columns import CATALOGUE
from parkatlas.messages import LANGUAGES
from parkatlas.ui.layout import PAGES
from tests.pages import making, toy

NAMES = [name for *_, name, _ in PAGES]
FIGURES = tuple(name for name in NAMES if name not in ("imports", "glossary"))
RAW = re.compile(r"(?<![\w.])(None|nan|NaN|NaT|<NA>|True|False|inf|undefined|null)(?!\w)")
CODES = re.compile(rf"(?<!\w)({'|'.join(sorted(name for name in CATALOGUE if '_' in name))})(?!\w)")
# What stays Chinese on an English page: names of the toy county and words that ledgers use.
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NAMES_OF_THE_TOY = re.compile("青山县|东园|西园|甲镇|乙局|[一二三四]厂|化工|机械|张书记|、|小王|中文")


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """A function: the workspace of a state of the data by its name, made once."""
    made = {}

    def workspace(name):
        if name not in made:
            folder = tmp_path_factory.mktemp(name)
            thin = {
                "empty": {"parks": False, "ledger": False, "targets": False},
                "ledger_only": {"parks": False, "targets": False},
                "parks_only": {"ledger": False, "targets": False},
                "one_project": {"parks": False, "targets": False, "june": ({"项目名称": "一厂"},)},
            }
            made[name] = toy.county(folder, **thin[name]) if name in thin else getattr(toy, name)(folder)
        return made[name]

    return workspace


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", NAMES)
def test_no_page_shows_a_raw_value_or_a_code(county_page, page, language):
    words = county_page(page, language).words
    assert not [piece for piece in words if RAW.search(piece)]
    if page != "glossary":  # its last column is the list of codes
        assert not [piece for piece in words if CODES.search(piece)]


@pytest.mark.parametrize("page", [name for name in NAMES if name not in ("imports", "glossary")])
def test_an_english_page_leaves_no_chinese_but_names(county_page, page):
    pieces = [NAMES_OF_THE_TOY.sub("", words) for words in county_page(page, "en").words]
    assert not [words for words in pieces if CHINESE.search(words)]


@pytest.mark.parametrize("state", ["ledger_only", "parks_only", "one_project", "unmapped", "odd"])
@pytest.mark.parametrize("page", NAMES)
def test_thin_data_raise_nothing_and_show_nothing_raw(show, states, page, state):
    assert not [piece for piece in show(states(state), page).words if RAW.search(piece)]


@pytest.mark.parametrize("name", FIGURES)
def test_an_empty_workspace_says_what_to_do_on_every_page_of_figures(show, states, name):
    page = show(states("empty"), name)
    assert not [piece for piece in page.words if RAW.search(piece)]
    assert "导入" in page.text
    assert [link.proto.label for link in page.app.get("page_link")] == ["数据导入"]
    assert not page.app.get("plotly_chart")


def test_a_ledger_without_parks_counts_its_projects(show, states):
    page = show(states("ledger_only"))
    assert page.figures["项目数"][0] == "4 个"
    assert set(page.scene["projects"]["names"]) == {"一厂", "二厂", "三厂"}


def test_parks_without_projects_are_drawn_as_having_no_data(show, states):
    scene = show(states("parks_only"), "park_map").scene
    assert sorted(scene["parks"]["names"]) == ["东园", "西园"]
    assert [scene["parks"]["entries"][of]["label"] for of in scene["parks"]["of"]] == ["缺数据"] * 2


def test_a_name_alone_counts_as_a_project_with_missing_data(show, states):
    figures = show(states("one_project"), "intensity").figures
    assert (figures["缺数据项目"][0], figures["投资强度"][0]) == ("1 个", "— 万元/亩")


def test_a_project_whose_park_names_no_host_has_a_card(show, states):
    page = show(states("ledger_only"), "park_map", chosen="project:一厂")
    assert "1,400 万元" in page.text
    assert "暂时无法显示" not in page.text


def test_the_mark_of_examples_is_gone_from_a_region_of_ones_own(show, tmp_path):
    own = making.workspace(tmp_path / "own", region="本县", is_example=False)
    assert "示例数据" not in show(own).text
