"""Parks beside each other in words."""

import pandas as pd

from parkatlas import terms
from parkatlas.words import parks

GIVEN = {"park_name": "甲园", "planned_area_mu": 1500.0, "contract_wan": 12_000.0, "project_count": 2}


def profile(**facts):
    row = dict.fromkeys((*parks.FACTS, *(term.code for term in terms.INFRASTRUCTURE))) | GIVEN | facts
    return pd.Series(row, dtype=object)


def test_parks_are_columns_and_facts_rows_with_their_units():
    table = parks.beside(pd.DataFrame([profile(), profile(park_name="乙园", contract_wan=None)])).set_index("项目")
    assert table.loc["规划面积"].tolist() == ["1,500 亩", "1,500 亩"]
    assert table.loc["合同投资额"].tolist() == ["1.20 亿元", "—"]


def test_two_parks_of_one_name_have_a_column_each():
    assert list(parks.beside(pd.DataFrame([profile(), profile(), profile()])).columns) == [
        "项目",
        "甲园",
        "甲园′",
        "甲园′′",
    ]


def test_utilities_tell_what_is_there_lacking_and_not_stated():
    half = {term.code: True for term in terms.INFRASTRUCTURE} | {"has_heat": False, "has_gas": None}
    assert parks.utilities(profile(**half)) == "6/8 项；缺供热；未填通气"


def test_mergers_are_said_with_their_day():
    merged = pd.DataFrame(
        {"park_name": ["老园"], "merged_on": [pd.Timestamp("2025-03-01")], "planned_area_mu": [300.0]}
    )
    assert parks.mergers(merged) == "老园（规划 300.0 亩）于 2025-03-01 并入。"
    assert parks.mergers(merged[:0]) == ""
