"""The project as these tests read it: its files, its modules as syntax trees, the layers and what each may import."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "parkatlas"

# The rooms, from the bottom up, and what each may import of the others; docs/architecture.md says it to people.
BOTTOM = ("resources", "errors", "direction", "messages", "columns", "filetypes", "terms", "formats", "colours")
DRAWING = (*BOTTOM, "measures", "datum")
BELOW_UI = (
    *DRAWING,
    "delimited",
    "refusals",
    "turns",
    "queries",
    "intake",
    "workspace",
    "analysis",
    "charts",
    "maps",
    "words",
    "sheets",
    "exports",
)
LAYERS: dict[str, tuple[str, ...]] = {
    "resources": (),
    "errors": (),
    "direction": (),
    "messages": ("resources", "direction"),
    "columns": ("messages",),
    "filetypes": (),
    "terms": ("resources", "filetypes", "messages"),
    "formats": ("columns", "terms", "messages"),
    "colours": (),
    "delimited": ("formats",),
    "refusals": ("errors", "messages"),
    "measures": BOTTOM,
    "datum": (),
    "turns": (),
    "queries": BOTTOM,
    "intake": (*BOTTOM, "measures", "turns"),
    "workspace": (*BOTTOM, "measures", "queries", "intake"),
    "analysis": (*BOTTOM, "measures"),
    "charts": (*BOTTOM, "words"),
    "maps": DRAWING,
    "words": DRAWING,
    "sheets": (*DRAWING, "queries", "analysis", "charts", "words"),
    "exports": (*DRAWING, "delimited", "charts", "words", "sheets"),
    "assets": ("resources",),
    "demo": (*BOTTOM, "measures", "intake", "workspace"),
    "server": ("resources", "errors", "workspace"),
    "cli": (*BELOW_UI, "assets", "demo", "server"),
    "gate": ("errors", "messages"),
    "ui": (*BELOW_UI, "gate"),
    "__main__": ("cli",),
    "__init__": (),
}
# Pages say, ask and draw: the bottom layers' words, sentences, figures and maps, and the user interface.
PAGES_MAY_IMPORT = (*BOTTOM, "charts", "maps", "words", "sheets", "ui")
# app.py only joins pages.
APP_MAY_IMPORT = ("messages", "ui")

# The rooms of the user interface and what each may import of the others; a module beside them is a room of its own.
_DRAWN = ("kit", "map")
UI_ROOMS: dict[str, tuple[str, ...]] = {
    "kit": (),
    "layout": ("kit",),
    "map": ("kit",),
    "attention": ("kit",),
    "glossary": ("kit",),
    "structure": ("kit",),
    "progress": ("kit",),
    "imports": ("kit",),
    "enclaves": _DRAWN,
    "clusters": _DRAWN,
    "siting": _DRAWN,
    "visit": _DRAWN,
    "places": _DRAWN,
    "serving": (*_DRAWN, "layout"),
}

# Libraries that are at home in one place only.
HOMES: dict[str, tuple[str, ...]] = {
    "streamlit": ("app.py", "pages", "ui"),
    "streamlit_folium": ("ui",),
    # The gate is handed what it has to know of the server inside (parkatlas/ui/serving/inside.py).
    "starlette": ("ui",),
    "uvicorn": ("ui",),
    "folium": ("ui",),
    "branca": ("ui",),
    "duckdb": ("workspace",),
    "plotly": ("charts", "exports"),
}

# Folders that hold the project's own text; the rest is made (environment, static/vendor, caches).
FOLDERS = (
    ".ci", ".streamlit", "bench", "data", "docs", "locale", "pages", "parkatlas", "queries", "scripts", "static",
    "tests",
)  # fmt: skip
MADE = {"__pycache__", ".cache", "vendor", "node_modules"}


@cache
def files():
    """Return every file of the project, those in the root too, that people wrote or the generator committed."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return sorted(
        path for path in [*below, *filter(Path.is_file, ROOT.iterdir())] if not MADE & set(path.relative_to(ROOT).parts)
    )


@cache
def product():
    """Return the Python files of the product: frame, pages and package."""
    return [path for path in files() if path.suffix == ".py" and (path.name == "app.py" or layer(path) is not None)]


@cache
def tree(path):
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def relative(path):
    """Return a file's path as messages show it."""
    return path.relative_to(ROOT).as_posix()


def layer(path):
    """Return the layer a product file belongs to: ``app.py``, ``pages`` or a name of LAYERS; None for other files."""
    parts = path.relative_to(ROOT).parts
    if parts == ("app.py",) or parts[0] == "pages":
        return parts[0]
    return parts[1].removesuffix(".py") if parts[0] == "parkatlas" else None


def imports(path):
    """Return the modules a file imports, dotted and absolute, those for type checking only left out."""
    modules = []
    for node in _walk_without_type_checking(tree(path)):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            modules += [f"{base}.{alias.name}" for alias in node.names]
    return modules


def layers_imported(path):
    """Return the layers of the package that a file imports, its own left out."""
    names = {module.split(".")[1] for module in imports(path) if module.startswith("parkatlas.")}
    return {name for name in names if name in LAYERS} - {layer(path)}


def room(path):
    """Return the room of the user interface that a file belongs to; None for other files and for the package itself."""
    parts = path.relative_to(ROOT).parts
    is_inside = parts[:2] == ("parkatlas", "ui") and parts != ("parkatlas", "ui", "__init__.py")
    return parts[2].removesuffix(".py") if is_inside else None


def rooms_imported(path):
    """Return the rooms of the user interface that a file imports, its own left out."""
    names = {module.split(".")[2] for module in imports(path) if module.startswith("parkatlas.ui.")}
    return {name for name in names if name in UI_ROOMS} - {room(path)}


def entered(module):
    """Return (room, module) of a module inside a room of the user interface; None for any other."""
    match module.split("."):
        case ["parkatlas", "ui", room, inner, *_] if (PACKAGE / "ui" / room / f"{inner}.py").is_file():
            return room, inner
    return None


def door(room):
    """Return the modules of a room of the user interface that others may import: those of its ``__all__``."""
    for node in tree(PACKAGE / "ui" / room / "__init__.py").body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return ast.literal_eval(node.value)
    return ()


def strings(path):
    """Return (line, text) of every string constant of a file; docstrings and other bare strings are left out."""
    bare = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare
    ]


def _absolute(path, node):
    """Return the absolute name of what a ``from … import`` names."""
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parts[: -node.level]
    return ".".join([*package, *filter(None, [node.module])])


def _walk_without_type_checking(node):
    """Yield all nodes but those under ``if TYPE_CHECKING``."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            continue
        yield child
        yield from _walk_without_type_checking(child)
