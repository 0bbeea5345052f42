"""What the READMEs say of layers, pages and queries is what the tree holds."""

import re

import pytest

from tests.conventions.project import LAYERS, ROOT, layer, product

READMES = ("README.md", "README.zh-CN.md")
INSIDE = {"__init__", "__main__"}


def table(readme, name):
    """Return {first cell: second cell} of the rows between ``<!-- name -->`` and ``<!-- /name -->``."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert found, f"{readme} needs its table of {name} between <!-- {name} --> and <!-- /{name} -->"
    return dict(re.findall(r"^\| `([^`]+)` \| (.*?) \|", found[1], re.MULTILINE))


def headlines():
    """Return {query: the sentence its file opens with}."""
    return {path.stem: _sentence(path) for path in sorted((ROOT / "queries").glob("*.sql"))}


@pytest.mark.parametrize("readme", READMES)
def test_the_table_of_layers_names_what_the_tree_holds(readme):
    there = {layer(path) for path in product()} - INSIDE
    assert set(table(readme, "layers")) == there, f"{readme}: one row for each of {sorted(there)}"


@pytest.mark.parametrize("readme", READMES)
def test_in_the_table_of_layers_each_imports_only_from_those_above(readme):
    above = []
    for name in table(readme, "layers"):
        below = [needed for needed in LAYERS.get(name, ()) if needed in table(readme, "layers") and needed not in above]
        assert not below, f"{readme}: move the rows {below} above the row of {name}"
        above.append(name)


@pytest.mark.parametrize("readme", READMES)
def test_the_table_of_pages_names_every_page(readme):
    there = {path.stem for path in product() if layer(path) == "pages"}
    assert set(table(readme, "pages")) == there, f"{readme}: one row for each of {sorted(there)}"


@pytest.mark.parametrize("readme", READMES)
def test_the_table_of_queries_names_every_query(readme):
    rows = "\n".join(f"| `{name}` | {sentence} |" for name, sentence in headlines().items())
    assert set(table(readme, "queries")) == set(headlines()), f"{readme}: one row for each query:\n{rows}"


def test_the_english_table_of_queries_says_what_the_files_say():
    rows = "\n".join(f"| `{name}` | {sentence} |" for name, sentence in headlines().items())
    assert table("README.md", "queries") == headlines(), f"README.md: copy the sentences of the files:\n{rows}"


def _sentence(path):
    """Return the first sentence of a query's first comment, without the query's name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next(index for index, line in enumerate(lines) if line.strip() in {"--", ""} or not line.startswith("--"))
    said = " ".join(line.removeprefix("--").strip() for line in lines[:end]).removeprefix(f"{path.stem}:").strip()
    return re.split(r"(?<=\.)\s", said[:1].upper() + said[1:])[0]
