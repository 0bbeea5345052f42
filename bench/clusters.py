"""The Clusters page: the server's time for its tests, clusters and tables, nothing of an earlier answer at hand."""

import json
import sys
from pathlib import Path

from bench import generate, regions, session
from bench.timing import Finding, fresh, p50_p95, seconds_and_work

# The most seconds that the page may take, by size.
AIMS = {generate.SIZES[1]: 2.0, generate.SIZES[2]: 10.0}


def measure(sizes: tuple[generate.Size, ...], rounds: int) -> list[Finding]:
    """Return the median of the page at every size, its processor time, and the first visit of a fresh server."""
    findings = []
    for size in sizes:
        workspace = regions.workspace(size)
        answers = [json.loads(fresh("clusters", workspace)) for _ in range(rounds)]
        first, again = (p50_p95([answer[0][1] for answer in answers])[0], [one for a in answers for one in a[1:]])
        label = f"clusters, {size.projects:,} projects"
        findings += [
            Finding(f"{label}: p50", p50_p95([passed for passed, _ in again])[0], AIMS.get(size), "s"),
            Finding(f"{label}: p50 of processor time", p50_p95([work for _, work in again])[0], unit="s"),
            Finding(f"{label}: processor time of a server's first visit, libraries read", first, unit="s"),
        ]
    return findings


def drawn(workspace: Path) -> list[tuple[float, float]]:
    """Return the seconds that passed and those of the processor: of the first visit, then for each other basis."""
    app = session.opened(workspace)
    taken = [seconds_and_work(lambda: session.turn_to(app, "clusters"))]
    for basis in ("done", "contract"):
        app.selectbox("basis").set_value(basis)
        taken.append(seconds_and_work(lambda: session.run(app)))
    return taken


if __name__ == "__main__":
    print(json.dumps(drawn(Path(sys.argv[1]))))
