"""The page of time on a county that can be counted in the head (toy.py), and on data as thin as they come."""

import pytest

from tests.pages import making, toy

SIGNED = {"阶段": "签约", "合同投资额(万元)": 100}


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory):
    """A function: the workspace of a county whose ledgers of these months hold these rows, made once."""
    made = {}

    def workspace(**months):
        key = str(months)
        if key not in made:
            folder = tmp_path_factory.mktemp("ledgers")
            files = {month: making.table(folder / f"{month}.csv", *rows) for month, rows in months.items()}
            imports = [("ledger", path, month.removeprefix("of_").replace("_", "-")) for month, path in files.items()]
            made[key] = making.workspace(folder / "workspace", *imports)
        return made[key]

    return workspace


def test_the_year_counts_by_dates_and_money_without_a_base_is_unknown(show, county):
    figures = {label: value for label, (value, _) in show(county, "trend").figures.items()}
    assert figures == {
        "本年项目个数": "2 个", "本年合同投资额": "6,000 万元", "本年到位资金": "—",
        "本年开工项目": "1 个", "本年固定资产投资": "—",
    }  # fmt: skip


def test_what_has_no_base_is_not_compared(show, county):
    compared = [comparison for _, comparison in show(county, "trend").figures.values()]
    assert compared == ["同比 —，本月环比 —"] * 5


def test_the_table_shows_the_metric_and_the_grain_chosen(show, county):
    rows = show(county, "trend", followed="contract_wan", grain="month").table("合同投资额（按月）")
    assert rows["period_value"].tolist() == [0, 0, 0, 0, 2000, 4000]


def test_nonsense_for_metric_and_grain_is_ignored(show, county):
    strange = show(county, "trend", followed="1;drop table", grain="century")
    assert strange.words == show(county, "trend").words


def test_a_project_without_the_date_is_named_as_standing_in_no_month(show, county):
    assert "1 个项目缺日期，未计入任何月份的项目个数。" in show(county, "trend").text


def test_too_few_months_are_refused_with_how_many_it_takes(show, county):
    assert "至少需要连续 26 个月的数据，现有 6 个月" in show(county, "trend").text


def test_the_filters_narrow_the_page(show, county):
    assert show(county, "trend", units="乙局").figures["本年项目个数"][0] == "1 个"


def test_a_filter_that_leaves_nothing_says_so(show, county):
    page = show(county, "trend", parks="西园", units="乙局")
    assert "所选范围还没有可按月统计的项目" in page.text
    assert not page.app.get("plotly_chart")


def test_an_empty_workspace_says_what_to_do(show, tmp_path):
    page = show(toy.county(tmp_path, parks=False, ledger=False, targets=False), "trend")
    assert "导入" in page.text
    assert not page.app.get("plotly_chart")


def test_a_missing_ledger_is_named(show, ledgers):
    rows = [{"项目名称": "甲", "签约日期": "2026-02-03", "到位资金(万元)": 100, **SIGNED}]
    workspace = ledgers(of_2026_01=rows, of_2026_03=[{**rows[0], "到位资金(万元)": 160}])
    dated = show(workspace, "trend").text.replace("\\", "")
    assert "缺 2026-02 台账；按日期统计的数由其后的台账给出。" in dated
    added = show(workspace, "trend", followed="in_place_wan").text.replace("\\", "")
    assert "缺 2026-02 台账，当月新增不明，计入其后首份台账所在月。" in added
    assert "2026-03 的新增为 2 个月合计，不作同比、环比。" in added


def test_one_month_of_data_makes_no_quarter_and_no_forecast(show, ledgers):
    page = show(ledgers(of_2026_01=[{"项目名称": "甲", "签约日期": "2026-01-03", **SIGNED}]), "trend")
    assert page.figures["本年项目个数"][0] == "1 个"
    assert "放缓" not in page.app.markdown[0].value
    assert "现有 1 个月" in page.text


def test_money_from_a_single_ledger_says_so_and_draws_no_chart(show, ledgers):
    workspace = ledgers(of_2026_01=[{"项目名称": "甲", "签约日期": "2026-01-03", "到位资金(万元)": 5, **SIGNED}])
    page = show(workspace, "trend", followed="in_place_wan")
    assert "累计额至少需要两份台账相减" in page.text
    assert not page.app.get("plotly_chart")


def test_a_project_without_any_date_alone_leaves_an_empty_state(show, ledgers):
    page = show(ledgers(of_2026_01=[{"项目名称": "甲", **SIGNED}]), "trend")
    assert "所选范围还没有可按月统计的项目" in page.text


def test_money_that_falls_is_listed_with_its_project(show, ledgers):
    row = {"项目名称": "甲", "签约日期": "2026-01-03", **SIGNED}
    months = {f"of_2026_0{month}": [{**row, "到位资金(万元)": wan}] for month, wan in ((1, 100), (2, 70))}
    (fall,) = show(ledgers(**months), "trend").table("累计额减少的项目").to_dict("records")
    assert (fall["project_name"], fall["before_wan"], fall["now_wan"], fall["fallen_wan"]) == ("甲", 100, 70, 30)


def test_an_english_page_speaks_of_quarters_in_english(show, county):
    assert "Q1" in show(county, "trend", "en").text
