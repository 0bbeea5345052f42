"""The recipes of CONTRIBUTING.md: each names the files it touches; those a machine can walk are walked in a copy."""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict

import pytest

from tests.conventions.project import ROOT
from tests.pages import making
from tests.recipes.changes import ASK_LAMP, CHANGES

COPIED = ("parkatlas", "queries", "locale", "pages", "static", ".streamlit", "app.py")
LEAVE = shutil.ignore_patterns("__pycache__", "vendor")
RECIPES = ("column", "question", "boundary", "language", "lamps", "export")
# Draws a page as a visitor sees it and prints its words.
VISIT = """
import json, sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("app.py", default_timeout=60).run().switch_page(sys.argv[1]).run()
assert not page.exception, page.exception
for element in [*page.title, *page.subheader, *page.get("html"), *page.get("plotly_chart")]:
    is_chart = element.type == "plotly_chart"
    print(json.dumps(json.loads(element.proto.spec), ensure_ascii=False) if is_chart else element.proto.body)
"""


class Copy:
    """A copy of the tree that recipes change, with a workspace to try them on; ``touched`` are the files of each."""

    def __init__(self, folder):
        self.folder, self.workspace = folder / "tree", folder / "workspace"
        self.touched = defaultdict(set)
        self.folder.mkdir()
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self.folder / name, ignore=LEAVE)
            else:
                shutil.copy(ROOT / name, self.folder)

    def follow(self, recipe, changes):
        """Make a recipe's changes: (file, what it holds once, what is written after it); a new file holds nothing."""
        for name, place, addition in changes:
            self.touched[recipe].add(name)
            if place:
                self.write_after(self.folder / name, place, addition)
            else:
                self.make(self.folder / name, addition)

    def write_after(self, path, place, addition):
        """Write something after a place of a file."""
        content = path.read_text(encoding="utf-8")
        assert content.count(place) == 1, f"{path.name} holds {place!r} {content.count(place)} times"
        path.write_text(content.replace(place, place + addition), encoding="utf-8")

    def make(self, path, content):
        """Make a new file, or a folder of several."""
        if isinstance(content, dict):
            path.mkdir()
            for name, inner in content.items():
                self.make(path / name, inner)
        else:
            path.write_text(content, encoding="utf-8")

    def run(self, *words):
        """Run Python on the copy; return what it prints."""
        setting = {"PATH": os.defpath, "LANG": "C.UTF-8", "PARKATLAS_WORKSPACE": str(self.workspace)}
        command = [sys.executable, *map(str, words)]
        done = subprocess.run(command, cwd=self.folder, env=setting, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy with a ledger of before, in which all recipes that a machine can walk were followed, and one of after."""
    copy = Copy(tmp_path_factory.mktemp("recipes"))
    row = {"项目名称": "甲厂", "内外资": "内资", "签约日期": "2026-03-01"}
    take_in(copy, "2026-09", row)
    for recipe, changes in CHANGES.items():
        copy.follow(recipe, changes)
    take_in(copy, "2026-10", row | {"用工人数": "120"})
    return copy


def take_in(copy, month, row):
    """Import a ledger of one row."""
    ledger = making.table(copy.folder.parent / f"{month}.csv", row)
    copy.run("-m", "parkatlas", "import", "ledger", ledger, "--period", month)


def files(recipe):
    """Return the files that the steps of a recipe begin with, in their order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(rf"^## [^\n]*<!-- {recipe} -->\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert section, f"CONTRIBUTING.md has no recipe marked <!-- {recipe} -->"
    return re.findall(r"^\d+\. `([^`]+)`", section[1], re.MULTILINE)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_names_files_that_are_there(recipe):
    new = {file for file, place, _ in CHANGES.get(recipe, ()) if not place}
    named = files(recipe)
    assert named, "a recipe names at least one file"
    old = [file for file in named if file not in new]
    assert [file for file in old if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("recipe", CHANGES)
def test_a_recipe_names_the_files_it_touches(tree, recipe):
    assert set(files(recipe)) == tree.touched[recipe]


def test_a_new_column_is_shown_on_the_project_page(tree):
    assert "<dt>用工人数</dt><dd>120" in tree.run("-c", VISIT, "pages/project.py")


def test_a_new_question_has_its_chart_and_page(tree):
    page = tree.run("-c", VISIT, "pages/capital.py")
    assert page.startswith("资本构成")
    assert "内资" in page


def test_a_new_rule_of_lamps_is_a_setting_and_lights_them(tree):
    settings = tree.workspace / "settings.toml"
    kept = settings.read_text(encoding="utf-8")
    settings.write_text(kept.replace('rule = "points"', 'rule = "half"'), encoding="utf-8")
    tree.run("-m", "parkatlas", "check")
    assert tree.run("-c", ASK_LAMP).split() == ["green", "red"]


def test_a_new_language_is_spoken(tree):
    assert "Modèle écrit" in tree.run("-m", "parkatlas", "--lang", "fr", "template", "ledger", tree.folder / "l.xlsx")
