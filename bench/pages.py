"""Every page of a region of thirty-six ledgers: the server's time for it, another filter each time."""

import json
import sys
from itertools import islice
from pathlib import Path

from bench import generate, regions, session
from bench.timing import Finding, fresh, p50_p95, seconds_and_work
from parkatlas.ui.layout import PAGES

# The most seconds that a page may take, by size; the page of clusters, which simulates, has aims of its own.
AIMS = {generate.SIZES[1]: 0.3, generate.SIZES[2]: 1.0}
SIMULATING = "clusters"
WARM_UP = 2


def measure(sizes: tuple[generate.Size, ...], rounds: int, changes: int) -> list[Finding]:
    """Return the median and the 95th percentile of every page at every size, and its median of processor time."""
    for size in sizes:
        regions.history(size)
    taken: dict[tuple[str, generate.Size], list[tuple[float, float]]] = {}
    for turn in range(rounds):
        for size in sizes:
            answer = json.loads(fresh("pages", regions.history(size), changes, turn))
            for page, times in answer.items():
                taken.setdefault((page, size), []).extend(times)
    findings = []
    for (page, size), times in sorted(taken.items(), key=lambda entry: entry[0][1].projects):
        passed, worked = zip(*times, strict=True)
        middle, high = p50_p95(passed)
        label = f"{page}, {size.projects:,} projects × 36 months"
        findings += [
            Finding(f"{label}: p50", middle, unit="s"),
            Finding(f"{label}: p95", high, None if page == SIMULATING else AIMS[size], "s"),
            Finding(f"{label}: p50 of processor time", p50_p95(worked)[0], unit="s"),
        ]
    return findings


def drawn(workspace: Path, changes: int, seed: int) -> dict[str, list[tuple[float, float]]]:
    """Return the seconds that passed and those of the processor whenever a page was drawn, by page.

    Answers are forgotten before each, for not every page's questions depend on the filters; all but the choices that
    the filters offer, which only another ledger changes.
    """
    app = session.opened(workspace)
    taken = {}
    for number, (file, *_) in enumerate(PAGES):
        page = Path(file).stem
        session.turn_to(app, page)
        steps = islice(session.filters_changed(app, 100 * seed + number), WARM_UP + changes)
        taken[page] = [seconds_and_work(lambda: session.run_uncached(app)) for _ in steps][WARM_UP:]
    return taken


if __name__ == "__main__":
    print(json.dumps(drawn(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
