"""A place on the map is named by its kind and its id, and nothing else is a place."""

import pytest

from parkatlas.maps import Place


@pytest.mark.parametrize("words", ["park:P1", "project:甲:乙", "obstacle:7"])
def test_a_place_is_read_back_from_its_words(words):
    assert Place.read(words).words == words


@pytest.mark.parametrize("words", [None, "", "park", "park:", "stop:3", "<b>:1", 7])
def test_other_words_name_no_place(words):
    assert Place.read(words) is None
