"""What the READMEs and docs say of rooms, pages, queries, files and links is what the tree holds."""

import re

import pytest

from parkatlas import __version__
from scripts import docs_tables
from tests.conventions.project import LAYERS, ROOT, layer, product, relative

READMES = ("README.md", "README.zh-CN.md")
PAGES_OF_TEXT = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LONGEST_README = 120
PICTURE_BYTES = 300_000


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def rows(page, name):
    """Return the first cells of the rows between ``<!-- name -->`` and ``<!-- /name -->``, in their order."""
    match = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text(page), re.DOTALL)
    assert match, f"{page} needs its table of {name} between <!-- {name} --> and <!-- /{name} -->"
    return re.findall(r"^\| `([^`]+)` \|", match[1], re.MULTILINE)


def links(path):
    """Return what a page links to or shows, addresses on the internet left out."""
    targets = re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
    return [target for target in targets if "://" not in target]


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_is_short_enough_to_be_read(readme):
    assert len(text(readme).splitlines()) <= LONGEST_README, f"{readme}: move the rest to docs/"


@pytest.mark.parametrize("path", PAGES_OF_TEXT, ids=relative)
def test_a_page_links_to_what_is_there(path):
    missing = [target for target in links(path) if not (path.parent / target.partition("#")[0]).exists()]
    assert not missing, f"{relative(path)} leads nowhere: {missing}"


@pytest.mark.parametrize("path", PAGES_OF_TEXT, ids=relative)
def test_a_link_to_a_heading_finds_it(path):
    missing = []
    for target in links(path):
        file, _, heading = target.partition("#")
        if heading:
            titles = re.findall(r"^#+ (.+)$", (path.parent / file if file else path).read_text("utf-8"), re.MULTILINE)
            missing += [target] if heading not in [title.lower().replace(" ", "-") for title in titles] else []
    assert not missing, f"{relative(path)} names headings that are not there: {missing}"


def test_pictures_are_shown_and_small():
    pictures = sorted((ROOT / "docs").glob("*.png"))
    linked = links(ROOT / "README.md")
    assert [path.name for path in pictures if f"docs/{path.name}" not in linked] == []
    assert [relative(path) for path in pictures if path.stat().st_size >= PICTURE_BYTES] == []


def test_the_table_of_rooms_names_what_the_tree_holds():
    rooms = sorted(set(docs_tables.rooms()))
    assert sorted(rows("docs/architecture.md", "rooms")) == rooms, f"one row for each of {rooms}"


def test_the_table_of_rooms_says_what_each_imports():
    assert text("docs/architecture.md") == docs_tables.architecture(), "run `python -m scripts.docs_tables`"


def test_each_room_imports_only_from_those_above_it():
    above = []
    for room in rows("docs/architecture.md", "rooms"):
        below = [needed for needed in LAYERS.get(room, ()) if needed not in above]
        assert not below, f"docs/architecture.md: move the rows {below} above the row of {room}"
        above.append(room)


def test_the_table_of_pages_names_every_page():
    pages = sorted(path.stem for path in product() if layer(path) == "pages")
    assert sorted(rows("docs/pages.md", "pages")) == pages, f"one row for each of {pages}"


def test_the_page_of_queries_says_what_the_files_say():
    assert text("docs/queries.md") == docs_tables.queries(), "run `python -m scripts.docs_tables`"


def test_every_query_is_told_in_chinese_too():
    assert [name for name, words in docs_tables.chinese().items() if words == docs_tables.UNSAID] == []


def test_the_changelog_begins_with_the_version_and_tells_nothing_twice():
    changelog = text("CHANGELOG.md")
    assert re.search(r"^## (\S+)", changelog, re.MULTILINE)[1] == __version__
    entries = [" ".join(entry.split()[:8]) for entry in re.split(r"^- ", changelog, flags=re.MULTILINE)[1:]]
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []
