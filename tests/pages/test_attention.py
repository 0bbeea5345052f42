"""What to ask about today, on the overview of a county that can be counted in the head (toy.py)."""


def matters(page):
    """Return (sentence, page) of each matter."""
    links = [link.proto for link in page.app.get("page_link")]
    return [(link.label.replace("\\", ""), link.page) for link in links if link.label[0].isdigit()]


def test_a_matter_names_its_figure_its_money_and_who_answers(show, county):
    sentences = [sentence for sentence, _ in matters(show(county))]
    assert sentences[0] == "1. 二厂（东园）投资强度低于门槛 50.0 万元/亩，:gray[1,000 万元，责任 乙局]"


def test_funds_that_the_ledger_leaves_blank_are_no_matter(show, county):
    assert not [sentence for sentence, _ in matters(show(county)) if "资金分文未到" in sentence]


def test_a_matter_links_to_the_page_of_its_project(show, county):
    links = [link.proto for link in show(county).app.get("page_link")]
    assert "project=%E4%BA%8C%E5%8E%82" in links[0].query_string


def test_the_page_says_how_the_matters_are_weighed(show, county):
    assert "涉及金额（万元）× 拖延天数" in show(county).text
