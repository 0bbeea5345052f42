"""A site visit in words, in figures and as a list to print: the stops in their order with times."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkatlas.analysis.tour import Leg

_DAY = 24 * 60
COLUMNS = (
    "stop_no", "arrives_at", "leaves_at", "project_name", "leg_km", "park_name", "stage", "contract_wan",
    "intended_wan", "obstacle_descriptions", "leader_name", "officer_name", "unit_name",
)  # fmt: skip


def clock(minute: float) -> str:
    """Return a minute of the day as people say it: 08:30, on the next day 次日 00:10."""
    days, rest = divmod(round(minute), _DAY)
    time = f"{rest // 60:02}:{rest % 60:02}"
    return text("tour.later_day", days=days, clock=time) if days else time


def plan(start: str, start_minute: int, stops: pd.DataFrame, legs: "Sequence[Leg]") -> pd.DataFrame:
    """Return the list to print: the start, each stop (ordered rows of ``projects``), the way back if there is one."""
    first = {"project_name": text("tour.from", name=start), "leaves_at": clock(start_minute)}
    rows: list[dict[str, Any]] = [first]
    for no, leg in enumerate(legs, 1):
        timed = {"arrives_at": clock(leg.arrives), "leg_km": leg.road_km}
        if no <= len(stops):
            rows.append({**stops.iloc[no - 1].to_dict(), **timed, "stop_no": no, "leaves_at": clock(leg.leaves)})
        else:
            rows.append({"project_name": text("tour.back", name=start), **timed})
    whole = pd.DataFrame(rows, columns=list(COLUMNS))
    return whole.assign(stop_no=whole["stop_no"].astype("Int64"))


def finding(start: str, start_minute: int, stops: int, legs: "Sequence[Leg]") -> str:
    """Say in a sentence how far a tour goes and how long it takes; nothing where it stops nowhere."""
    if not stops:
        return ""
    return text(
        "tour.finding",
        start=start,
        clock=clock(start_minute),
        count=stops,
        road=formats.quantity(sum(leg.road_km for leg in legs), "公里"),
        end=clock(_end(stops, legs)),
    )


def figures(start_minute: int, stops: int, legs: "Sequence[Leg]", detour: float) -> list[KeyFigure]:
    """Return how many stops, how far by road and straight, how long, and when it ends."""
    straight, road = sum(leg.straight_km for leg in legs), sum(leg.road_km for leg in legs)
    minutes = round(_end(stops, legs) - start_minute)
    stop_minutes = round(sum(leg.leaves - leg.arrives for leg in legs[:stops]))
    return [
        KeyFigure(text("tour.stops"), formats.number(stops), column("project_count").unit_label),
        KeyFigure(
            text("tour.road"),
            formats.number(float(road), "公里"),
            column("leg_km").unit_label,
            text(
                "tour.straight", km=formats.quantity(float(straight), "公里"), detour=formats.number(detour, decimals=1)
            ),
        ),
        KeyFigure(text("tour.duration"), *_hours(minutes), text("tour.standing", minutes=stop_minutes)),
        KeyFigure(text("tour.ends"), clock(_end(stops, legs))),
    ]


def _end(stops: int, legs: "Sequence[Leg]") -> float:
    """Return the minute of the day at which the last stop is left, or the start reached again."""
    return legs[-1].arrives if len(legs) > stops else legs[-1].leaves


def _hours(minutes: int) -> tuple[str, str]:
    return f"{minutes // 60}:{minutes % 60:02}", text("tour.hours")
