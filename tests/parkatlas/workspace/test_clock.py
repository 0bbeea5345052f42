"""Days begin and times are shown by the region's clock, whatever the machine's says."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pandas as pd
import pytest

from parkatlas.errors import SettingsWrong
from parkatlas.workspace import Workspace, clock, settings
from tests.conventions.project import ROOT

EVENING = datetime(2026, 11, 28, 18, 30, tzinfo=UTC)  # 02:30 of the next day in Shanghai


HALF_TO_MIDNIGHT = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past seven of New Year's Day in Shanghai
# What asks the machine for its day or time, in Python or SQL.
ASKING = re.compile(r"\b(date\.today|datetime\.(now|today|utcnow)|pd\.Timestamp\.(now|today)|time\.(local|gm)time)\(")
ASKING_SQL = re.compile(r"\b(current_date|current_timestamp|today\(|now\(|get_current_\w+)")


class Evening(datetime):
    """A clock that stands at EVENING."""

    @classmethod
    def now(cls, tz=None):
        return EVENING.astimezone(tz)


class Midnight(Evening):
    """A clock that stands at HALF_TO_MIDNIGHT."""

    @classmethod
    def now(cls, tz=None):
        return HALF_TO_MIDNIGHT.astimezone(tz)


def test_the_day_begins_by_the_regions_clock(workspace, monkeypatch):
    monkeypatch.setattr(clock, "datetime", Evening)
    assert workspace.today() == date(2026, 11, 29)


def test_without_a_ledger_questions_are_asked_of_the_regions_day(tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "datetime", Evening)
    with Workspace.create(tmp_path / "W") as empty:
        assert empty.defaults()["as_of"] == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Shanghai", date(2027, 1, 1)), ("UTC", date(2026, 12, 31)), ("America/New_York", date(2026, 12, 31))],
)
def test_before_midnight_in_utc_the_default_day_is_the_region_s(tmp_path, monkeypatch, zone, day):
    monkeypatch.setattr(clock, "datetime", Midnight)
    with Workspace.create(tmp_path / "W") as empty:
        (empty.directory / settings.FILE).write_text(f'[region]\ntime_zone = "{zone}"', encoding="utf-8")
    with Workspace(tmp_path / "W") as empty:
        assert (empty.default_day, empty.defaults()["as_of"]) == (day, day)


def test_with_a_ledger_the_default_day_is_the_newest_ledger_s(workspace, monkeypatch):
    monkeypatch.setattr(clock, "datetime", Midnight)
    assert workspace.default_day == workspace.newest_period == date(2026, 2, 28)


def test_only_the_clock_asks_the_machine_for_the_time():
    python = [*(ROOT / "parkatlas").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
    modules = [path for path in python if ASKING.search(path.read_text(encoding="utf-8"))]
    queries = [path for path in (ROOT / "queries").rglob("*.sql") if ASKING_SQL.search(path.read_text("utf-8"))]
    assert [path.relative_to(ROOT).as_posix() for path in (*modules, *queries)] == ["parkatlas/workspace/clock.py"]


def test_an_import_is_kept_in_utc_and_shown_by_the_regions_clock(directory):
    with Workspace(directory) as workspace:
        stored_at = datetime.fromisoformat(workspace.journal.entries()[0]["at"])
        shown_at = workspace.ask("imports")["imported_at"].iloc[-1]
    assert shown_at - stored_at == timedelta(hours=8)


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
