"""The charts of one park and one project, checked by the data that they draw and the sentences over them."""

from datetime import date
from html import unescape

import pandas as pd

from parkatlas import messages
from parkatlas.charts import places, schedule
from parkatlas.words.place_charts import MOST_BARS, gantt_title, land_title, money_title
from tests.hostile import NAMES

AS_OF = date(2026, 6, 30)


def months(*rows):
    """Return rows of project_history from January 2026 on: (has_ledger, contract, planned, done, in place)."""
    names = ["has_ledger", "contract_wan", "planned_fai_wan", "done_fai_wan", "in_place_wan"]
    frame = pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[1:], float))
    periods = pd.date_range("2026-01-31", periods=len(rows), freq="ME")
    return frame.assign(period_to=periods, intended_wan=float("nan"), is_in_ledger=frame["has_ledger"])


def lines(figure):
    return [list(trace.y) for trace in figure.data]


def test_the_history_draws_stated_sums_and_the_share_of_the_plan():
    rows = months((True, 900, 800, 100, 50), (True, 900, 800, 200, 90))
    assert lines(places.history(rows)) == [[900, 900], [50, 90], [100, 200]]
    assert money_title(rows) == "已完成固定资产投资 200 万元，为计划的 25.0%"


def test_a_month_without_a_ledger_is_a_gap_and_is_named():
    rows = months((True, 900, 800, 100, 50), (False, None, None, None, None), (True, 900, 800, 300, 90))
    figure = places.history(rows)
    assert money_title(rows).endswith("；缺 2026-02 台账")
    assert all(not trace.connectgaps for trace in figure.data)
    assert pd.isna(figure.data[0].y[1])


def test_a_share_of_the_plan_needs_a_plan_and_a_figure():
    assert money_title(months((True, 900, None, 100, 50))) == "已完成固定资产投资 100 万元"
    assert money_title(months((True, 900, 0, 100, 50))) == "已完成固定资产投资 100 万元"
    assert money_title(months((True, 900, 800, None, 50))) == "2026-01 台账未填完成投资"
    assert not places.has_money(months((True, None, None, None, None)))


def test_a_parks_money_is_drawn_against_its_plan():
    figure = places.money(months((True, None, 40000, 10000, 20000)))
    assert lines(figure) == [[4.0], [2.0], [1.0]]
    assert figure.layout.yaxis.title.text == "金额（亿元）"


def land(planned, supplied, built):
    free = None if planned is None or supplied is None else planned - supplied
    names = {"planned_area_mu": planned, "supplied_area_mu": supplied, "built_area_mu": built, "free_area_mu": free}
    return pd.DataFrame([names])


def test_land_divides_into_built_idle_and_free():
    park = land(100.0, 70.0, 60.0)
    assert [trace.x[0] for trace in places.land(park).data] == [60, 10, 30]
    assert land_title(park) == "规划 100.0 亩，已供 70.0%，可供 30.0 亩；已供未建 10.0 亩"


def test_built_land_unstated_or_beyond_supplied_is_not_subtracted():
    for built in (None, 90.0):
        assert [trace.x[0] for trace in places.land(land(100.0, 70.0, built)).data] == [70, 30]


def test_land_that_is_not_stated_or_contradicts_itself_is_not_drawn():
    assert not any(places.has_land(land(*areas).iloc[0]) for areas in ((None, 70, 6), (100, None, 6), (10, 70, 6)))


def plans(*rows):
    """Return rows of park_schedule: (name, planned start, planned completion, started, completed, days late)."""
    names = ["project_name", "due_start_on", "due_completion_on", "begun_on", "finished_on", "schedule_days_late"]
    frame = pd.DataFrame(rows, columns=names).assign(stage="building", project_id=[row[0] for row in rows])
    frame[names[1:5]] = frame[names[1:5]].apply(pd.to_datetime)
    return frame.astype({"schedule_days_late": "Int64"})


WHOLE = ("甲", "2026-01-01", "2026-01-11", "2026-01-02", "2026-01-22", 11)
DAY = 86_400_000


def test_the_plan_is_pale_and_the_actual_span_solid():
    figure = schedule.gantt(plans(WHOLE, ("乙", "2026-03-01", "2026-09-01", "2026-06-20", None, None)), AS_OF)
    planned, on_time, late = figure.data[:3]
    assert (list(planned.base), list(planned.x)) == (["2026-01-01", "2026-03-01"], [10 * DAY, 184 * DAY])
    assert (list(late.base), list(late.x)) == (["2026-01-02"], [20 * DAY])
    assert (list(on_time.base), list(on_time.x)) == (["2026-06-20"], [10 * DAY])
    assert figure.layout.shapes[0].x0 == "2026-06-30"


def test_what_is_late_is_told_in_the_title_and_at_the_right():
    rows = plans(WHOLE, ("乙", "2026-03-01", None, None, None, None))
    figure = schedule.gantt(rows, AS_OF)
    assert gantt_title(rows) == "2 个有日期的项目中 1 个逾期，最长 11 天"
    assert [unescape(label) for label in figure.layout.yaxis2.ticktext] == ["逾期 11 天", "在建"]
    with messages.speaking("en"):
        assert gantt_title(plans(WHOLE)).startswith("1 of 1 projects")


def test_an_incomplete_or_reversed_plan_is_marked_by_its_dates():
    rows = (("乙", "2026-03-01", None, None, None, None), ("丙", "2026-05-01", "2026-04-01", None, None, None))
    marks = schedule.gantt(plans(*rows), AS_OF).data[3]
    assert sorted(marks.x) == ["2026-03-01", "2026-04-01", "2026-05-01"]


def test_a_project_that_ended_before_it_began_has_no_length():
    figure = schedule.gantt(plans(("乙", None, None, "2026-05-01", "2026-04-01", None)), AS_OF)
    assert list(figure.data[1].x) == [0]


def test_only_the_largest_are_drawn_and_the_rest_is_told():
    rows = [(f"{i}", "2026-01-01", "2026-02-01", None, None, None) for i in range(30)]
    figure = schedule.gantt(plans(*rows), AS_OF)
    assert len(figure.layout.yaxis.ticktext) == MOST_BARS
    assert gantt_title(plans(*rows)).endswith("其余 5 个见下表")


def test_names_that_try_to_become_code_stay_names():
    figure = schedule.gantt(plans(*[(name, *WHOLE[1:]) for name in NAMES[:20]]), AS_OF)
    texts = [*figure.layout.yaxis.ticktext, *(text for trace in figure.data for text in trace.hovertext or ())]
    assert not [text for text in texts if set(text.replace("<br>", "")) & set("<>{}$`\"'")]
