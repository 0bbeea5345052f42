"""The Structure page: what is chosen is what is counted, and a link keeps it."""


def test_all_contracts_are_divided_by_their_scale_at_first(show, county):
    page = show(county, "structure")
    assert page.figures["项目数"] == ("4 个", "签约及以后各阶段")
    assert page.table("按规模分组")["project_count"].tolist() == [2, 2]


def test_the_address_chooses_the_cut_and_the_span(show, county):
    page = show(county, "structure", cut="industry_name", span="year")
    table = page.table("按产业分组")
    assert dict(zip(table["industry_name"], table["project_count"], strict=True)) == {"化工": 1, "机械": 1}


def test_money_follows_the_basis(show, county):
    figures = show(county, "structure", basis="contract").figures
    assert figures["投资额"][0] == "1.00 亿元"


def test_a_wrong_word_in_the_address_is_passed_over(show, county):
    assert "按规模分组" in show(county, "structure", cut="name; drop table", span="never").text


def test_a_year_without_contracts_keeps_its_switches(show, county):
    page = show(county, "structure", span="year", units="", stages="producing")
    assert len(page.app.get("button_group")) >= 2
