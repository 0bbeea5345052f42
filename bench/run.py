"""Measure speed against the aims: ``python bench/run.py [--quick] [PART …]``; see bench/README.md."""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
logging.disable(logging.WARNING)  # Streamlit warns of every import outside a server

from bench import (  # noqa: E402 - the root first
    areas,
    browser,
    clicks,
    clusters,
    cold,
    door,
    filters,
    generate,
    heavy,
    pages,
    regions,
    view_bytes,
    workbook,
)
from bench.timing import Finding  # noqa: E402 - as above

SMALL, MIDDLE, LARGE, HUGE = generate.SIZES

Part = Callable[[], list[Finding]]
COMPLETE: dict[str, Part] = {
    "areas": areas.measure,
    "workbook": lambda: workbook.measure(LARGE, 5),
    "bytes": lambda: view_bytes.measure(generate.SIZES),
    "clicks": lambda: clicks.measure((SMALL, LARGE), 3),
    "filters": lambda: filters.measure((SMALL, HUGE), 3, 16),
    "pages": lambda: pages.measure((MIDDLE, LARGE), 3, 8),
    "clusters": lambda: clusters.measure((MIDDLE, LARGE), 3),
    "heavy": lambda: heavy.measure(LARGE, 40, 4),
    "browser": lambda: browser.measure(SMALL, LARGE, 5),
    "cold": lambda: cold.measure(generate.SIZES, 3),
    "door": lambda: door.measure(SMALL, 20),
}
# Aims that hold at the larger sizes are not judged here.
QUICK: dict[str, Part] = {
    "areas": lambda: areas.measure(200),
    "workbook": lambda: workbook.measure(MIDDLE, 3),
    "bytes": lambda: view_bytes.measure((SMALL, MIDDLE)),
    "clicks": lambda: clicks.measure((SMALL, MIDDLE), 1),
    "filters": lambda: filters.measure((SMALL, MIDDLE), 1, 8),
    "pages": lambda: pages.measure((MIDDLE,), 1, 8),
    "clusters": lambda: clusters.measure((MIDDLE,), 1),
    "heavy": lambda: heavy.measure(MIDDLE, 20, 4),
    "browser": lambda: browser.measure(SMALL, MIDDLE, 2),
    "door": lambda: door.measure(SMALL, 5),
    "cold": lambda: cold.measure((SMALL, MIDDLE), 3),
}


def main() -> None:
    """Measure the parts named, or all; print a line for each finding and keep them all as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(COMPLETE)}; default: all")
    parser.add_argument("--quick", action="store_true", help="small sizes and few rounds, under two minutes")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(COMPLETE):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; parts: {', '.join(COMPLETE)}")
    findings: list[Finding] = []
    for name in options.parts or COMPLETE:
        load, began = os.getloadavg()[0], time.perf_counter()
        try:
            part = (QUICK if options.quick else COMPLETE)[name]()
        except (ImportError, FileNotFoundError) as missing:
            print(f"== {name}: NOT MEASURED, {missing}", flush=True)
            continue
        print(f"== {name} ({time.perf_counter() - began:.0f} s; load before: {load:.1f})")
        for finding in part:
            print(line(finding), flush=True)
        findings += part
    missed = [finding for finding in findings if finding.verdict == "MISSED"]
    aimed = [finding for finding in findings if finding.aim is not None]
    print(f"\n{len(aimed) - len(missed)} of {len(aimed)} aims reached on {os.cpu_count()} cores.")
    for finding in missed:
        print(line(finding))
    record = [vars(finding) for finding in findings]
    (regions.folder() / "last.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def line(finding: Finding) -> str:
    """Return a finding as a line of the table: what, reached, aim, verdict."""
    reached = f"{finding.reached:,.3g}" if finding.reached < 1000 else f"{finding.reached:,.0f}"
    aim = "" if finding.aim is None else f"≤ {finding.aim:g} {finding.unit}"
    return f"{finding.what:<66} {reached:>9} {finding.unit:<3} {aim:<10} {finding.verdict}".rstrip()


if __name__ == "__main__":
    main()
