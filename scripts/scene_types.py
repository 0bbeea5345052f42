"""Make static/map/scene.d.ts, by which the map's scripts are checked, from the types of parkatlas/maps/payload.py."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

ROOT = Path(__file__).parents[1]
TYPES = ROOT / "static" / "map" / "scene.d.ts"
_PLAIN: dict[object, str] = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}
_WRITTEN: dict[object, Callable[[list[str]], str]] = {
    Literal: " | ".join,
    Union: " | ".join,
    UnionType: " | ".join,
    NotRequired: "".join,
    list: lambda parts: f"({parts[0]})[]" if "|" in parts[0] else f"{parts[0]}[]",
    tuple: lambda parts: f"[{', '.join(parts)}]",
    dict: lambda parts: f"Record<{', '.join(parts)}>",
}


def declared() -> str:
    """Return the file: the payload's named types and an interface for each of its classes."""
    sys.path.insert(0, str(ROOT))
    from parkatlas.maps import payload  # noqa: PLC0415 - the root first

    members = vars(payload).items()
    head = "/* Made by scripts/scene_types.py from parkatlas/maps/payload.py: change that and run it. */\n"
    names = [f"export type {name} = {_type(kind)};" for name, kind in members if get_origin(kind) is not None]
    return "\n".join([head, *names, "", *(_interface(kind) for _, kind in members if is_typeddict(kind))])


def _interface(kind: type) -> str:
    """Return a class as an interface, what it inherits written out, its sentence above it."""
    fields = get_type_hints(kind, include_extras=True)
    lines = [f"  {name}{'?' if _may_lack(kind, name) else ''}: {_type(field)};" for name, field in fields.items()]
    sentence = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    return "\n".join([f"/** {sentence} */", f"export interface {kind.__name__} {{", *lines, "}\n"])


def _may_lack(kind: Any, name: str) -> bool:
    return name in kind.__optional_keys__


def _type(kind: Any) -> str:
    """Return a Python type as TypeScript writes it."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if is_typeddict(kind):
        return str(kind.__name__)
    parts = [f'"{part}"' if get_origin(kind) is Literal else _type(part) for part in get_args(kind)]
    written = _WRITTEN.get(get_origin(kind))
    if written is None:
        raise TypeError(f"say in scripts/scene_types.py how TypeScript writes {kind}")
    return written(parts)


if __name__ == "__main__":
    TYPES.write_text(declared(), encoding="utf-8")
