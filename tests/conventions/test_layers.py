"""The house stands as architecture says: imports go downwards, and each library is at home in one place."""

import ast
import re

from tests.conventions import project
from tests.conventions.project import HOMES, LAYERS, layer, product, relative, tree

VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc"}
PAGE_LINES = 40
PAGES_MAY_LOAD = ("streamlit", "parkatlas")


def test_every_module_has_its_place_in_the_table_of_layers():
    unplaced = sorted({layer(path) for path in product()} - {*LAYERS, "app.py", "pages"})
    assert not unplaced, f"give {unplaced} a place in LAYERS (tests/conventions/project.py) and in docs/architecture.md"


def test_imports_go_downwards_only():
    allowed = {**LAYERS, "pages": project.PAGES_MAY_IMPORT, "app.py": project.APP_MAY_IMPORT}
    wrong = [
        f"{relative(path)} imports {upward}"
        for path in product()
        for upward in sorted(project.layers_imported(path) - set(allowed.get(layer(path), ())))
    ]
    assert not wrong, "move the code to the layer that may import it, or pass the value in:\n" + "\n".join(wrong)


def test_every_room_of_the_interface_has_its_place():
    unplaced = sorted({project.room(path) for path in product()} - {None, *project.UI_ROOMS})
    assert not unplaced, f"give {unplaced} a place in UI_ROOMS (tests/conventions/project.py)"


def test_rooms_of_the_interface_import_those_below_only():
    wrong = [
        f"{relative(path)} imports {other}"
        for path in product()
        if (room := project.room(path)) is not None
        for other in sorted(project.rooms_imported(path) - set(project.UI_ROOMS[room]))
    ]
    assert not wrong, "move what both need to kit or map, or pass the value in:\n" + "\n".join(wrong)


def test_a_room_is_entered_by_the_modules_that_its_door_names():
    wrong = [
        f"{relative(path)} imports {module}"
        for path in product()
        for module in project.imports(path)
        if (other := project.entered(module)) and other[0] != project.room(path)
        if other[1] not in project.door(other[0])
    ]
    assert not wrong, "name the module in __all__ of its room, or ask one that stands there:\n" + "\n".join(wrong)


def test_a_library_is_imported_only_where_it_is_at_home():
    wrong = [
        f"{relative(path)} imports {module}; its home is {', '.join(HOMES[module.split('.')[0]])}"
        for path in product()
        for module in project.imports(path)
        if layer(path) not in HOMES.get(module.split(".")[0], (layer(path),))
    ]
    assert not wrong, "ask the layer that owns the library:\n" + "\n".join(wrong)


def test_one_module_alone_knows_folium_and_streamlit_folium():
    knowing = {
        relative(path)
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and "folium" in re.split(r"[\s._]", ast.unparse(node))
        if "parkatlas" not in ast.unparse(node)
    }
    assert knowing == {"parkatlas/ui/map/folium_map.py"}, "ask parkatlas/ui/map/folium_map.py for what is needed"


def test_only_the_workspace_opens_duckdb():
    calls = [
        f"{relative(path)}:{node.lineno}"
        for path in product()
        if layer(path) != "workspace"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "duckdb.connect"
    ]
    assert not calls, "take the engine from parkatlas.workspace:\n" + "\n".join(calls)


def test_sql_stands_only_in_queries():
    sql = re.compile(
        r"\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|merge\s+into\s|with\s+\w+\s+as\s*\("
        r"|(create|alter|drop)\s+(or\s+replace\s+)?(temp(orary)?\s+)?(table|view|macro|index|sequence)\s)",
        re.IGNORECASE | re.DOTALL,
    )
    wrong = [
        f"{relative(path)}:{line}" for path in product() for line, text in project.strings(path) if sql.match(text)
    ]
    assert not wrong, "make each a file of queries/ and call it by its name:\n" + "\n".join(wrong)


def test_one_module_knows_where_files_lie():
    paths = {
        relative(path)
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id == "__file__"
    }
    assert paths == {"parkatlas/resources.py"}, "an installation has other folders: take paths from parkatlas.resources"


def test_every_module_opens_with_a_sentence():
    python = [path for path in project.files() if path.suffix == ".py"]
    silent = [relative(path) for path in python if not _opens_with_a_sentence(path)]
    assert not silent, "say in a one-sentence docstring what the module is for:\n" + "\n".join(silent)


def test_pages_are_short_scripts_that_only_say_ask_and_draw():
    for path in (path for path in product() if layer(path) == "pages"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= PAGE_LINES, (
            f"{relative(path)} has {lines} lines: move parts to parkatlas/ui, cases to its query"
        )
        functions = [node.name for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]
        assert not functions, (
            f"{relative(path)} defines {functions}: a page is a plain script, parts live in parkatlas/ui"
        )
        others = {module.split(".")[0] for module in project.imports(path)} - set(PAGES_MAY_LOAD)
        assert not others, f"{relative(path)} imports {sorted(others)}: compute in a query or below, draw through ui"


def test_no_name_hides_what_it_holds():
    vague = [relative(path) for path in product() if VAGUE & {path.stem, path.parent.name}]
    assert not vague, "name each after the one thing it is responsible for:\n" + "\n".join(vague)


def _opens_with_a_sentence(path):
    first = (ast.get_docstring(tree(path)) or "").split("\n")[0]
    return first.endswith((".", "?", ":", "…"))
