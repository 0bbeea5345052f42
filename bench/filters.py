"""Changing a filter: the server's time for a whole page at the smallest size and at a million, in turn."""

import json
import sys
from itertools import islice
from pathlib import Path

from bench import generate, regions, session
from bench.timing import Finding, fresh, p50_p95, seconds

AIM = 2.0
PAGES = ("overview", "park_map", "intensity")
WARM_UP = 4


def measure(sizes: tuple[generate.Size, ...], rounds: int, changes: int) -> list[Finding]:
    """Return the median and the 95th percentile at every size, and how the latter grows from first to last."""
    for size in sizes:
        regions.workspace(size)
    taken: dict[tuple[str, generate.Size], list[float]] = {(page, size): [] for page in PAGES for size in sizes}
    for turn in range(rounds):
        for size in sizes:
            answer = json.loads(fresh("filters", regions.workspace(size), changes, turn))
            for page in PAGES:
                taken[page, size] += answer[page]
    aim = AIM if sizes[-1] == generate.SIZES[-1] else None
    findings, every = [], {size: [time for page in PAGES for time in taken[page, size]] for size in sizes}
    for page in PAGES:
        for size in sizes:
            middle, high = p50_p95(taken[page, size])
            findings.append(Finding(f"filter on {page}, {size.projects:,} projects: p50", middle, unit="s"))
            findings.append(Finding(f"filter on {page}, {size.projects:,} projects: p95", high, unit="s"))
        ratio = p50_p95(taken[page, sizes[-1]])[1] / p50_p95(taken[page, sizes[0]])[1]
        findings.append(
            Finding(f"filter on {page}: p95 at {sizes[-1].projects:,} ÷ at {sizes[0].projects:,}", ratio, aim, "×")
        )
    ratio = p50_p95(every[sizes[-1]])[1] / p50_p95(every[sizes[0]])[1]
    return [
        *findings,
        Finding(f"filter, all pages: p95 at {sizes[-1].projects:,} ÷ at {sizes[0].projects:,}", ratio, aim, "×"),
    ]


def changed(workspace: Path, changes: int, seed: int) -> dict[str, list[float]]:
    """Return the seconds that each change took, by page."""
    app = session.opened(workspace)
    taken = {}
    for number, page in enumerate(PAGES):
        session.turn_to(app, page)
        steps = islice(session.filters_changed(app, 100 * seed + number), WARM_UP + changes)
        taken[page] = [seconds(lambda: session.run(app)) for _ in steps][WARM_UP:]
    return taken


if __name__ == "__main__":
    print(json.dumps(changed(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
