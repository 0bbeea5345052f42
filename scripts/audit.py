"""Ask a public service of advisories (OSV) for known weaknesses of everything that the locks hold, in one question.

Ends with 1 where it knows of any. Where it cannot be reached within ``PATIENCE`` seconds that is said aloud and nothing
fails: intranets are where ParkAtlas is at home.
"""

import json
import queue
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.request import Request, urlopen

SERVICE = "https://api.osv.dev/v1/querybatch"
PATIENCE = 20
ROOT = Path(__file__).parents[1]
Package = tuple[str, str, str]  # ecosystem, name, version


def locked(root: Path = ROOT) -> list[Package]:
    """Return every package that the locks of ``root`` hold, Python's and the map's."""
    pins = {
        (name, version)
        for lock in sorted(root.glob("requirements*.lock"))
        for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    }
    npm = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    modules = {(path.rpartition("node_modules/")[2], entry["version"]) for path, entry in npm.items() if path}
    return [("PyPI", *pin) for pin in sorted(pins)] + [("npm", *module) for module in sorted(modules)]


def question(packages: Sequence[Package]) -> dict[str, Any]:
    """Return what the service is asked."""
    return {
        "queries": [
            {"package": {"ecosystem": ecosystem, "name": name}, "version": version}
            for ecosystem, name, version in packages
        ]
    }


def weaknesses(packages: Sequence[Package], answer: Mapping[str, Any]) -> list[str]:
    """Return a line for each package that the service's answer knows a weakness of."""
    return [
        f"{name} {version} ({ecosystem}): {', '.join(weakness['id'] for weakness in entry['vulns'])}"
        for (ecosystem, name, version), entry in zip(packages, answer["results"], strict=True)
        if entry.get("vulns")
    ]


def ask(packages: Sequence[Package]) -> dict[str, Any]:
    """Return the service's answer; raises OSError where none comes in time, looking up its name included."""
    answers: queue.Queue[Any] = queue.Queue()
    Thread(target=_fetch, args=(question(packages), answers), daemon=True).start()
    try:
        answer = answers.get(timeout=PATIENCE)
    except queue.Empty:
        raise TimeoutError(f"no answer within {PATIENCE} s") from None
    if isinstance(answer, Exception):
        raise OSError(str(answer)) from answer
    return dict(answer)


def _fetch(body: dict[str, Any], answers: "queue.Queue[Any]") -> None:
    request = Request(SERVICE, json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - a fixed https address
            answers.put(json.load(response))
    except Exception as error:  # noqa: BLE001 - handed on to who waits
        answers.put(error)


def main() -> int:
    """Ask and tell; return the exit code."""
    packages = locked()
    try:
        answer = ask(packages)
    except OSError as error:
        print(f"!!! AUDIT SKIPPED: {SERVICE} cannot be asked ({error}). Nothing is known of {len(packages)} packages.")
        return 0
    lines = weaknesses(packages, answer)
    for line in lines:
        print(f"!!! WEAKNESS: {line}")
    print(f"{len(packages)} packages asked about, {len(lines)} with known weaknesses.")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
