"""The locks: what requirements*.txt name at the same versions and all it brings, each file by its hash; their audit."""

import json
import re

import pytest

from scripts import audit
from tests.conventions.project import ROOT

NAMES = ("requirements", "requirements-dev", "requirements-npm")
HASHED = re.compile(
    r"^([\w.-]+)==(\S+)(?: ; [^\n]+?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def words(path):
    return (ROOT / path).read_text(encoding="utf-8")


def locked(name):
    """Return the versions by name that a lock holds with a hash."""
    return {pin: version for pin, version, _ in HASHED.findall(words(f"{name}.lock"))}


def required(name):
    """Return the versions by name that a list of requirements asks for."""
    pins = re.findall(r"^([\w.-]+)==(\S+)$", words(f"{name}.txt"), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", pin).lower(): version for pin, version in pins}


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_holds_what_is_asked_for_at_its_version(name):
    pins = locked(name)
    wrong = [f"{pin}=={version}" for pin, version in required(name).items() if pins.get(pin) != version]
    assert not wrong, f"{name}.lock is old: make lock: {wrong}"


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_lock_bears_a_hash(name):
    pins = re.findall(r"^([\w.-]+)==", words(f"{name}.lock"), re.MULTILINE)
    assert sorted(pins) == sorted(locked(name))


def test_the_versions_that_run_are_those_tested():
    assert locked("requirements").items() <= locked("requirements-dev").items(), "make lock"


def test_every_asset_of_the_map_bears_a_hash():
    entries = json.loads(words("package-lock.json"))["packages"]
    assert [path for path, entry in entries.items() if path and not entry["integrity"].startswith("sha512-")] == []


def test_the_audit_asks_about_every_locked_package():
    packages = audit.locked()
    assert ("PyPI", "streamlit", locked("requirements")["streamlit"]) in packages
    assert "leaflet" in [name for ecosystem, name, _ in packages if ecosystem == "npm"]
    queries = audit.question(packages)["queries"]
    triples = [(query["package"]["ecosystem"], query["package"]["name"], query["version"]) for query in queries]
    assert triples == list(packages)


def test_the_audit_names_vulnerable_packages_and_fails(monkeypatch, capsys):
    monkeypatch.setattr(audit, "locked", lambda: [("PyPI", "sound", "1"), ("npm", "weak", "2")])
    monkeypatch.setattr(audit, "ask", lambda _: {"results": [{}, {"vulns": [{"id": "X-1"}, {"id": "X-2"}]}]})
    assert audit.main() == 1
    assert "!!! WEAKNESS: weak 2 (npm): X-1, X-2" in capsys.readouterr().out


def test_an_audit_without_its_service_says_so_and_fails_nothing(monkeypatch, capsys):
    monkeypatch.setattr(audit, "SERVICE", "https://127.0.0.1:9/")
    assert audit.main() == 0
    assert capsys.readouterr().out.startswith("!!! AUDIT SKIPPED")


def test_an_audit_ends_at_its_time_limit(monkeypatch):
    monkeypatch.setattr(audit, "_fetch", lambda *_: None)
    monkeypatch.setattr(audit, "PATIENCE", 0.01)
    with pytest.raises(TimeoutError):
        audit.ask([("PyPI", "x", "1")])
