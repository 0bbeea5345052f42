"""Charts of the enclaves, checked by the data that they draw."""

import numpy as np
import pandas as pd
import pytest

from parkatlas.charts import enclaves
from parkatlas.words.enclaves import books_title, largest_title, matrix_title
from tests import hostile


def flows(*rows):
    """Return rows of enclave_flows from (unit, park, money), one project each, the most money first."""
    frame = pd.DataFrame(rows, columns=["unit_label", "park_label", "invested_wan"]).astype({"invested_wan": float})
    ids = {"unit_id": frame["unit_label"], "park_id": frame["park_label"]}
    return frame.assign(project_count=1, **ids).sort_values("invested_wan", ascending=False, ignore_index=True)


TWO = flows(("甲镇", "东园", 20_000), ("乙局", "东园", 10_000), ("乙局", "西园", 5_000))


def test_the_matrix_holds_units_down_and_parks_across_the_largest_first():
    figure = enclaves.matrix(TWO)
    assert list(figure.layout.yaxis.ticktext) == ["甲镇", "乙局"]
    assert list(figure.layout.xaxis.ticktext) == ["东园", "西园"]
    assert figure.data[0].z[0][0] == 2.0
    assert list(figure.data[1].text) == ["2.00", "1.00", "0.50"]
    assert matrix_title(TWO) == "甲镇引进最多（2.00 亿元），东园承接最多（3.00 亿元）"


def test_few_parks_are_named_in_one_line_and_many_in_several():
    rows = [("甲镇", f"第{k}号陶瓷建材产业园", 1_000) for k in range(12)]
    few, many = (enclaves.matrix(flows(*rows[:count])).layout.xaxis.ticktext for count in (3, 12))
    assert (few[0], many[0].count("<br>")) == ("第0号陶瓷建材产业园", 2)


def test_an_enclave_without_money_is_a_dash_in_its_cell():
    moneyless = flows(("甲镇", "东园", None))
    assert list(enclaves.matrix(moneyless).data[1].text) == ["—"]
    assert matrix_title(moneyless) == "飞地项目都没有所选口径的投资额"


def test_many_units_and_parks_are_summed_into_others():
    many = flows(*((f"单位{i:02}", f"园{i:02}", 1_000 - i) for i in range(60)))
    figure = enclaves.matrix(many)
    assert (len(figure.layout.yaxis.ticktext), len(figure.layout.xaxis.ticktext)) == (40, 16)
    assert figure.layout.yaxis.ticktext[-1] == "其余 21 个单位"
    assert matrix_title(many).startswith("单位00引进最多")
    assert figure.data[0].zmax == 0.1  # of a single flow: the sum of the others pales none
    assert np.nansum(figure.data[0].z) * 10_000 == pytest.approx(many["invested_wan"].sum())


def test_two_units_of_one_name_do_not_lose_money():
    twins = TWO.assign(unit_label="甲镇", unit_id=["1", "2", "2"])
    assert enclaves.matrix(twins).data[0].z[0].sum() == 3.5


def test_the_largest_flows_are_bars_with_their_share():
    figure = enclaves.largest(TWO)
    assert list(figure.data[0].x) == [2.0, 1.0, 0.5]
    assert figure.layout.yaxis.ticktext[0] == "甲镇 →<br>东园"
    assert largest_title(TWO) == "最大的 3 条流向占飞地投资的 100.0%"


def books(*rows):
    frame = pd.DataFrame(rows, columns=["unit_label", "local_value", "credited_value"])
    return frame.assign(gained_value=frame["credited_value"] - frame["local_value"])


def test_both_books_stand_side_by_side_and_the_legend_says_internal():
    rows = books(("甲镇", 30_000.0, 10_000.0), (None, 0.0, 20_000.0))
    figure = enclaves.books(rows, "contract_wan", title=books_title(rows, "contract_wan"))
    assert [list(bars.x) for bars in figure.data[:2]] == [[0.0, 3.0], [2.0, 1.0]]
    assert list(figure.layout.yaxis.ticktext) == ["未注明单位", "甲镇"]
    assert "考核数（内部）" in figure.layout.title.subtitle.text
    assert (
        figure.layout.title.text.replace("<br>", "") == "合同投资额：未注明单位考核多于在地 2.00 亿元，甲镇少 2.00 亿元"
    )


def test_shares_of_projects_are_told_with_a_decimal():
    title = books_title(books(("甲镇", 1.0, 0.4), ("乙局", 0.0, 0.6)), "project_count")
    assert "乙局考核多于在地 0.6 个" in title


def test_books_that_agree_are_said_to():
    assert books_title(books(("甲镇", 1.0, 1.0)), "project_count") == "项目个数：两本账各单位一致"


@pytest.mark.parametrize("draw", [enclaves.matrix, enclaves.largest])
def test_no_name_is_markup(draw):
    figure = draw(flows(*((name, name, 1_000) for name in hostile.NAMES)))
    labels = " ".join(map(str, (*figure.layout.yaxis.ticktext, *(figure.layout.xaxis.ticktext or ()))))
    assert not [mark for mark in ("<img", "<script", "<b>", "{{", "$") if mark in labels]
