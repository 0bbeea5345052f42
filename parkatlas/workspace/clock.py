"""What day and what time it is in a workspace's region, whatever the clock of the machine says."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    import pandas as pd

    from parkatlas.queries import Query


def now(zone: "ZoneInfo") -> datetime:
    """Return the time in a zone, aware of it."""
    return datetime.now(zone)


def stamp() -> str:
    """Return the time as it is kept: UTC to the second, ISO without a zone."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")


def from_stamp(kept: str, zone: "ZoneInfo") -> datetime:
    """Return a kept time as a zone's clock showed it, aware of it; raises ValueError where it is none."""
    return datetime.fromisoformat(kept).replace(tzinfo=UTC).astimezone(zone)


def localised(rows: "pd.DataFrame", query: "Query", zone: "ZoneInfo") -> "pd.DataFrame":
    """Return a query's rows with its times, which are kept in UTC, as a zone's clock shows them."""
    times = [slot.name for slot in query.returns if slot.sql_type == "TIMESTAMP"]
    if not times:
        return rows
    return rows.assign(
        **{name: rows[name].dt.tz_localize(UTC).dt.tz_convert(zone).dt.tz_localize(None) for name in times}
    )
