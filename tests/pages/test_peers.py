"""The Peers page: the own region's place by each indicator, from a table that an office imports."""

import pytest

from tests.pages import making

ROWS = (("青山县", 10.0, 30.0), ("甲县", 20.0, 10.0), ("乙县", 15.0, 40.0))


@pytest.fixture
def compared(tmp_path):
    """A function: a workspace of this region with two indicators of three regions."""

    def make(region="青山县"):
        rows = [
            {"地区": name, "比较指标": indicator, "指标值": value, "同比增速": growth}
            for indicator in ("财政收入（亿元）", "固定资产投资（亿元）")
            for name, value, growth in ROWS
        ]
        path = making.table(tmp_path / "peers.csv", *rows)
        return making.workspace(tmp_path / "workspace", ("peers", path, None), region=region)

    return make


def test_the_own_region_has_its_place_by_value_and_by_growth(show, compared):
    figures = show(compared(), "peers").figures
    assert figures["财政收入（亿元）"] == ("第3位/3", "同比 30.0%，增速第2位/3")


def test_the_address_chooses_the_indicator(show, compared):
    page = show(compared(), "peers", indicator="固定资产投资（亿元）")
    assert "青山县：固定资产投资（亿元）第3位/3，增速第2位/3" in page.text.replace("<br>", "")


def test_a_region_that_is_not_in_the_table_is_told_so(show, compared):
    page = show(compared("别处"), "peers")
    assert "同类地区表中没有别处的数据" in page.text
    assert page.figures == {}
    assert len(page.app.get("plotly_chart")) == 1
