"""Classes have bounds that people say, and legends count what they show."""

import numpy as np
import pandas as pd
import pytest

from parkatlas import colours
from parkatlas.maps import colouring


@pytest.mark.parametrize(
    ("value", "expected"), [(0, 0), (97.3, 100), (1234, 1200), (0.0471, 0.05), (-18.7, -20), (6.9, 6), (9.5, 10)]
)
def test_a_bound_is_rounded_to_a_number_that_people_say(value, expected):
    assert colouring.rounded(value) == pytest.approx(expected)


def test_five_classes_hold_all_values_once():
    chosen = colouring.by_measure(pd.Series(np.arange(1.0, 101)), "intensity_wan_per_mu")
    assert [entry.label for entry in chosen.entries] == ["< 20", "20–40", "40–60", "60–80", "≥ 80", "缺数据"]
    assert [entry.count for entry in chosen.entries] == [19, 20, 20, 20, 21, 0]


def test_a_bound_belongs_to_the_class_above_it():
    chosen = colouring.by_measure(pd.Series(np.arange(1.0, 101)), "intensity_wan_per_mu")
    assert chosen.index[18:21].tolist() == [0, 1, 1]


def test_no_value_is_hatched_and_counted_apart():
    chosen = colouring.by_measure(pd.Series([1.0, np.nan, 3.0]), "intensity_wan_per_mu")
    assert (chosen.entries[-1].count, chosen.entries[-1].is_hatched) == (1, True)
    assert chosen.index[1] == len(chosen.entries) - 1


def test_equal_values_are_one_class():
    chosen = colouring.by_measure(pd.Series([7.0, 7.0]), "intensity_wan_per_mu")
    assert [(entry.label, entry.count) for entry in chosen.entries] == [("全部", 2), ("缺数据", 0)]


def test_the_title_names_measure_and_unit():
    assert colouring.by_measure(pd.Series([1.0]), "intensity_wan_per_mu").title == "投资强度（万元/亩）"


def test_stages_stand_in_their_order_and_unknown_codes_count_as_missing():
    chosen = colouring.by_term(pd.Series(["building", "lead", "nonsense", None]), "stage", colours.STAGE)
    assert [entry.label for entry in chosen.entries if entry.count] == ["线索", "在建", "缺数据"]
    assert chosen.entries[-1].count == 2


def test_the_eleventh_industry_is_grey():
    names = [name for rank, name in enumerate("甲乙丙丁戊己庚辛壬癸子") for _ in range(20 - rank)]
    chosen = colouring.by_name(pd.Series(names), "industry_name")
    assert [entry.count for entry in chosen.entries] == [*range(20, 9, -1), 0]
    assert chosen.entries[10].colour == colours.OTHER


def test_enclaves_have_the_colour_of_enclaves():
    chosen = colouring.by_flag(pd.Series([True, False, False]), "is_enclave")
    assert [(entry.colour, entry.count) for entry in chosen.entries[:2]] == [(colours.ENCLAVE, 1), (colours.OTHER, 2)]


def test_listed_projects_shine_before_the_pale_others():
    chosen = colouring.by_flag(pd.Series([True, False]), "is_lit")
    assert [(entry.colour, entry.count) for entry in chosen.entries[:2]] == [(colours.LIT, 1), (colours.UNLIT, 1)]


def test_every_stage_has_its_own_colour():
    used = list(colours.STAGE.values())
    assert [stage for stage, colour in colours.STAGE.items() if used.count(colour) > 1] == []
