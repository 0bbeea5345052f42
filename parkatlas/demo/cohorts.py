"""How many projects of each fate there are: signed year by year, open, given up, idle, stopped, fallen back."""

from dataclasses import replace
from datetime import timedelta

from parkatlas.demo.calendar import LAST_DAY, busy_days, generator, months_between
from parkatlas.demo.histories import History, dropped_project, fallen_back, held_up, open_project, signed_project

_OPEN = {"lead": 10, "negotiating": 11, "intent": 9, "agreement": 8}
_DROPPED = 15
_COHORTS = (
    (53, months_between((2022, 7), (2024, 4))),
    (40, months_between((2024, 5), (2024, 12))),
    (66, months_between((2025, 1), (2025, 12))),
    (48, months_between((2026, 1), (2026, 10))),
)


def _idle(histories: list[History]) -> list[History]:
    """Let five projects stand idle for more than a year, two for more than two, and four be late by less."""
    one, two = LAST_DAY - timedelta(days=380), LAST_DAY - timedelta(days=760)
    old = [index for index, history in enumerate(histories) if history.agreed_start and history.agreed_start < two]
    last = LAST_DAY - timedelta(days=700)
    young = [index for index, item in enumerate(histories) if item.agreed_start and last <= item.agreed_start < one]
    late = [
        index
        for index, item in enumerate(histories)
        if item.agreed_start and one + timedelta(days=60) < item.agreed_start
    ]
    for index in (*old[3::20][:2], *young[4::12][:5], *late[2::7][:4]):
        histories[index] = held_up(histories[index], "started")
    return histories


def _stopped(histories: list[History]) -> list[History]:
    """Let some started projects stop on the way and two fall back."""
    started = [index for index, history in enumerate(histories) if "started" in history.reached_by(LAST_DAY)]
    for index, stage in zip(started[7::17], ("completed", "producing", "building") * 4, strict=False):
        histories[index] = held_up(histories[index], stage)
    building, signed = started[40], len(histories) - 70
    histories[building] = fallen_back(held_up(histories[building], "completed"), "building", 150)
    lost = fallen_back(held_up(histories[signed], "started"), "signed", 140)
    histories[signed] = replace(lost, supplied=None, agreed_start=None)
    return histories


def all_histories() -> list[History]:
    """Return the histories of all projects, by the day of their lead."""
    rng = generator(1)
    signed = [signed_project(rng, day) for count, months in _COHORTS for day in busy_days(rng, count, months)]
    signed.sort(key=lambda history: history.reached["signed"])
    contracted = _stopped(_idle(signed))
    waiting = [open_project(rng, stage) for stage, count in _OPEN.items() for _ in range(count)]
    dropped = [dropped_project(rng, day) for day in busy_days(rng, _DROPPED, months_between((2024, 8), (2026, 9)))]
    return sorted([*contracted, *waiting, *dropped], key=lambda history: min(history.reached.values()))
