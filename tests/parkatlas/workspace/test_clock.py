"""Days begin and times are shown by the region's clock, whatever the machine's says."""

from datetime import UTC, date, datetime, timedelta, timezone

import pandas as pd
import pytest

from parkatlas.errors import SettingsWrong
from parkatlas.workspace import Workspace, clock, settings

EVENING = datetime(2026, 11, 28, 18, 30, tzinfo=UTC)  # 02:30 of the next day in Shanghai


class Evening(datetime):
    """A clock that stands at EVENING."""

    @classmethod
    def now(cls, tz=None):
        return EVENING.astimezone(tz)


def test_the_day_begins_by_the_regions_clock(workspace, monkeypatch):
    monkeypatch.setattr(clock, "datetime", Evening)
    assert workspace.today() == date(2026, 11, 29)


def test_without_a_ledger_questions_are_asked_of_the_regions_day(tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "datetime", Evening)
    with Workspace.create(tmp_path / "W") as empty:
        assert empty.defaults()["as_of"] == date(2026, 11, 29)


def test_an_import_is_kept_in_utc_and_shown_by_the_regions_clock(directory):
    with Workspace(directory) as workspace:
        kept = datetime.fromisoformat(workspace.journal.entries()[0]["at"])
        shown = workspace.ask("imports")["imported_at"].iloc[-1]
    assert shown - kept == timedelta(hours=8)


def test_another_zone_may_be_set(directory):
    (directory / settings.FILE).write_text('[region]\ntime_zone = "Asia/Urumqi"', encoding="utf-8")
    with Workspace(directory) as workspace:
        kept = datetime.fromisoformat(workspace.journal.entries()[0]["at"])
        assert workspace.ask("imports")["imported_at"].iloc[-1] - kept == timedelta(hours=6)


@pytest.mark.parametrize("name", ["", "Shanghai", "Asia", "../etc/passwd", "/etc/passwd", "北京"])
def test_a_zone_that_is_none_is_refused_with_one_that_is(tmp_path, name):
    (tmp_path / settings.FILE).write_text(f'[region]\ntime_zone = "{name}"', encoding="utf-8")
    with pytest.raises(SettingsWrong, match="Asia/Shanghai"):
        settings.read(tmp_path)


def test_a_query_without_rows_keeps_its_columns_of_time(tmp_path):
    with Workspace.create(tmp_path / "W") as empty:
        assert pd.api.types.is_datetime64_dtype(empty.ask("imports")["imported_at"])


def test_a_kept_time_is_told_by_the_zones_clock():
    zone = timezone(timedelta(hours=8))
    assert clock.from_stamp("2026-11-28T18:30:00", zone).isoformat() == "2026-11-29T02:30:00+08:00"
