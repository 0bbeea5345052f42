"""What the parts share: a finding with its aim, fresh processes timed in turn, medians and percentiles."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Finding:
    """One thing measured: what, what it came to, the most it may be (None where nothing is aimed at), its unit."""

    what: str
    reached: float
    aim: float | None = None
    unit: str = ""

    @property
    def verdict(self) -> str:
        """Whether the aim is reached."""
        return "" if self.aim is None else "reached" if self.reached <= self.aim else "MISSED"


def in_turn(jobs: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Run the jobs one after the other, so many rounds; return the median of what each returns."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            taken[name].append(job())
    return {name: median(values) for name, values in taken.items()}


def fresh(module: str, *arguments: object) -> str:
    """Run ``python -m bench.<module>`` in a process of its own and return what it prints."""
    command = [sys.executable, "-m", f"bench.{module}", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def seconds(job: Callable[[], object]) -> float:
    """Return how long a job takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def processor_seconds(job: Callable[[], object]) -> float:
    """Return the processor time that a job takes in this process, all its threads."""
    began = _processor()
    job()
    return _processor() - began


def seconds_and_work(job: Callable[[], object]) -> tuple[float, float]:
    """Return how long a job takes, and the processor time of it."""
    began = time.perf_counter()
    worked = processor_seconds(job)
    return time.perf_counter() - began, worked


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def p50_p95(values: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    middle, high = np.percentile(values, [50, 95])
    return float(middle), float(high)
