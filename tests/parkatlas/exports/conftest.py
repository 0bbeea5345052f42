"""A caption that every export test shares."""

from datetime import date

import pytest

from parkatlas.words import Caption


@pytest.fixture
def caption():
    return Caption("投资强度", date(2026, 10, 31), "计划口径", "全部园区", "清河县", is_example=True)
