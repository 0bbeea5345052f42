"""Who is first and who shares that place, in words."""

import pandas as pd
import pytest

from parkatlas.words import ranks


def rows(*brought, group="department"):
    """Return rows of queries/ranks of one group by the number of projects, from the most on; ties share a place."""
    frame = pd.DataFrame({"ranked_name": [name for name, _ in brought], "done_value": [done for _, done in brought]})
    return frame.assign(
        ranked_group=group, metric="project_count", place=frame["done_value"].rank(method="min", ascending=False),
        place_count=len(brought), places_risen=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("brought", "said"),
    [
        ([("甲局", 6.0), ("乙局", 2.0)], "甲局项目个数第一（6 个）"),
        ([("甲局", 6.0), ("乙局", 6.0), ("丙局", 1.0)], "甲局、乙局项目个数并列第一（各 6 个）"),
    ],
)
def test_all_who_are_first_are_named(brought, said):
    assert said in ranks.finding(rows(*brought))


def test_the_share_of_the_first_says_of_what():
    three = rows(("甲局", 3.0), ("乙局", 2.0), ("丙局", 2.0), ("丁局", 1.0))
    assert ranks.league_title(three).endswith("前 3 名占部门合计的 87.5%")


def test_a_shared_place_is_said_to_be_shared_in_figures_and_title():
    tied = rows(("甲局", 6.0), ("乙局", 6.0), ("丙局", 1.0))
    assert [figure.label for figure in ranks.figures(tied)[:2]] == ["并列第 1 名", "第 3 名"]
    assert ranks.league_title(tied).startswith("甲局、乙局项目个数并列第 1，各 6 个")
