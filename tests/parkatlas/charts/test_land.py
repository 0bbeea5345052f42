"""The charts of the land, checked by the data that they draw and the sentences over them."""

import pandas as pd

from parkatlas import colours
from parkatlas.charts import land
from parkatlas.words.land import by_industry_title, by_park_title, grades_title, idle_title
from tests.hostile import NAMES


def parks(*rows):
    """Return rows of land_by_park: (name, built, unbuilt, ready and free, free)."""
    names = ["park_name", "built_area_mu", "unbuilt_area_mu", "ready_free_area_mu", "free_area_mu"]
    return pd.DataFrame(rows, columns=names)


def idle(*rows):
    """Return rows of idle_land: (name, state, days, mu)."""
    frame = pd.DataFrame(rows, columns=["project_name", "idle_state", "idle_days", "land_mu"])
    return frame.assign(agreed_start_on=pd.Timestamp("2024-01-01"))


def test_four_parts_of_a_park_add_up_to_its_plan():
    rows = parks(("甲园", 100.0, 300.0, 400.0, 600.0))
    assert [trace.x[0] for trace in land.by_park(rows).data if trace.x[0]] == [100, 300, 400, 200]
    assert by_park_title(rows) == "甲园可供最多，600.0 亩"


def test_without_ready_land_all_free_land_is_one_part():
    figure = land.by_park(parks(("甲园", 100.0, 300.0, None, 600.0)))
    assert [trace.x[0] for trace in figure.data if trace.x[0]] == [100, 300, 600]


def test_a_park_without_land_is_not_drawn_and_the_rest_is_cut():
    figure = land.by_park(parks(("甲园", 1.0, 1.0, 1.0, 2.0), ("乙园", None, None, None, None)))
    assert len(figure.data[0].y) == 1
    many = parks(*((f"园{number}", 1.0, 1.0, 1.0, 2.0) for number in range(20)))
    assert len(land.by_park(many).data[0].y) == 16
    assert by_park_title(many).endswith("（图中为前 16 个）")


def test_the_industry_with_the_least_land_is_named():
    rows = parks(("新能源", 0, 0, 10.0, 40.0), ("纺织", 0, 0, 2.0, 5.0)).rename(columns={"park_name": "park_industry"})
    assert land.by_industry(rows).data
    assert by_industry_title(rows) == "可供最少的是纺织，5.0 亩"


def test_idle_land_has_the_colour_of_idle_land_and_is_summed():
    rows = idle(("一", "reclaim", 800, 10.0), ("二", "idle", 400, None), ("三", "running", 30, 5.0))
    ink = colours.LIGHT
    assert list(land.idle(rows).data[0].marker.color) == [ink.short, ink.idle, ink.no_data]
    assert idle_title(rows) == "2 个项目约定开工满一年未动工，闲置 10.0 亩，其中 1 个满两年"


def test_land_not_idle_for_a_year_says_so():
    assert idle_title(idle(("一", "running", 30, 5.0))) == "1 个项目已过约定开工，都未满一年"


def test_grades_are_counted_and_so_are_those_without():
    rows = pd.DataFrame({"grade": ["a", "b", "b", "young"]})
    assert grades_title(rows) == "A 1 个、B 2 个、C 0 个、D 0 个；1 个不评"
    assert list(land.grades(rows).data[0].x) == [1, 2, 0, 0, 1]
    assert grades_title(pd.DataFrame({"grade": ["few"]})) == "1 个投产项目都不评"


def test_names_are_no_markup():
    for name in NAMES:
        rows = parks((name, 1.0, 1.0, 1.0, 2.0))
        drawn = land.by_park(rows, title=by_park_title(rows)), land.idle(idle((name, "idle", 400, 1.0)))
        for figure in drawn:
            text = str(figure.layout.title.text) + str(figure.layout.yaxis.ticktext)
            assert not any(mark in text for mark in ("<img", "<script", "{{", "$x$"))
