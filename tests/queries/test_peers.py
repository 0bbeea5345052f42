"""Ranks among other regions: ties shared, gaps left out, the own region marked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.queries.toy import County


def ranks(*rows, region="本区"):
    """Return {region: (rank, of how many, rank by growth, of how many)} of one indicator."""
    county = County()
    county.peers(*((name, "投资", value, growth) for name, value, growth in rows))
    names = ("peer_rank", "peer_count", "growth_rank", "growth_count")
    answer = county.ask("peer_ranks", region=region)
    whole = answer[list(names)].astype("Int64").astype(object).where(answer[list(names)].notna(), None)
    return dict(zip(answer["peer_name"], whole.itertuples(index=False, name=None), strict=True))


def test_the_highest_value_is_first_and_growth_is_ranked_apart():
    by_region = ranks(("本区", 10.0, 30.0), ("甲区", 20.0, 10.0), ("乙区", 15.0, 20.0))
    assert by_region == {"甲区": (1, 3, 3, 3), "乙区": (2, 3, 2, 3), "本区": (3, 3, 1, 3)}


def test_equal_values_share_a_rank_and_the_next_one_is_left_free():
    by_region = ranks(("本区", 5.0, None), ("甲区", 7.0, None), ("乙区", 7.0, None))
    assert [rank for rank, *_ in by_region.values()] == [1, 1, 3]


def test_a_region_without_a_value_has_no_rank_and_does_not_count():
    by_region = ranks(("本区", 5.0, 1.0), ("甲区", None, None))
    assert by_region == {"本区": (1, 1, 1, 1), "甲区": (None, 1, None, 1)}


def test_the_own_region_is_known_by_its_name_and_may_be_missing():
    county = County()
    county.peers(("本区", "投资", 1.0, 1.0), ("甲区", "投资", 2.0, 1.0))
    assert county.ask("peer_ranks", region="本区")["is_own"].tolist() == [False, True]
    assert not county.ask("peer_ranks")["is_own"].any()


def test_the_newest_table_holds_until_it_is_undone():
    county = County()
    county.peers(("甲区", "投资", 1.0, 1.0))
    second = county.peers(("乙区", "投资", 2.0, 1.0))
    assert county.one("peer_ranks")["peer_name"] == "乙区"
    county.undo(second)
    assert county.one("peer_ranks")["peer_name"] == "甲区"


def test_indicators_stand_as_the_file_has_them():
    county = County()
    county.peers(("甲区", "财政收入", 1.0, 1.0), ("甲区", "产值", 1.0, 1.0))
    assert county.ask("peer_ranks")["indicator"].tolist() == ["财政收入", "产值"]


@settings(max_examples=10)
@given(st.lists(st.sampled_from([None, -1.0, 0.0, 2.5, 2.5, 9.0]), min_size=1, max_size=9))
def test_a_rank_is_one_more_than_those_above(values):
    by_region = ranks(*((f"{number}", value, None) for number, value in enumerate(values)))
    stated = [value for value in values if value is not None]
    for number, value in enumerate(values):
        expected = None if value is None else 1 + sum(other > value for other in stated)
        assert by_region[f"{number}"][:2] == (expected, len(stated))
