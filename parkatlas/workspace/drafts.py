"""Drafts: what a visitor has filled in and not yet stored, one small private file each, for after a restart."""

import json
import re
import time
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

FOLDER = "drafts"
MOST_BYTES = 64 * 1024
MOST_DRAFTS = 500
MOST_DAYS = 14
_ID = re.compile(r"[0-9a-f]{32}")
_DEPTH = 3  # forms, their fields, and of a field its lines

Draft = dict[str, dict[str, Any]]


def read(directory: Path, draft_id: str) -> Draft:
    """Return what the draft holds: by form, by field, a plain value; empty where there is none, or none to be trusted.

    Raises ValueError for an id that is not 128 bits in hexadecimal.
    """
    path = _path(directory, draft_id)
    try:
        if path.stat().st_size > MOST_BYTES or path.stat().st_mtime < _oldest():
            return {}
        draft = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    is_draft = isinstance(draft, dict) and all(isinstance(form, dict) for form in draft.values())
    return draft if is_draft and _is_plain(draft, _DEPTH) else {}


def write(directory: Path, draft_id: str, draft: Draft) -> bool:
    """Keep a draft, readable by the owner only; return whether it was small enough to be kept.

    Drafts too old, and the oldest of too many, go. Raises OSError, and ValueError for an id that is none.
    """
    path = _path(directory, draft_id)
    content = json.dumps(draft, ensure_ascii=False).encode("utf-8")
    if len(content) > MOST_BYTES:
        return False
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if not path.exists():
        _make_room(path.parent)
    with NamedTemporaryFile(dir=path.parent, prefix="incoming-", delete=False) as file:  # 0600
        try:
            file.write(content)
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(file.name).unlink()
            raise
    return True


def _path(directory: Path, draft_id: str) -> Path:
    if not _ID.fullmatch(draft_id):
        raise ValueError(draft_id)
    return directory / FOLDER / f"{draft_id}.json"


def _oldest() -> float:
    return time.time() - MOST_DAYS * 86_400


def _make_room(folder: Path) -> None:
    """Leave room for one more: the youngest stay."""
    ages = []
    for path in folder.iterdir():
        with suppress(OSError):  # another visitor's may go meanwhile
            ages.append((path.stat().st_mtime, path))
    ages.sort(reverse=True)
    for rank, (changed, path) in enumerate(ages):
        if rank >= MOST_DRAFTS - 1 or changed < _oldest():
            path.unlink(missing_ok=True)


def _is_plain(value: object, depth: int) -> bool:
    """Tell whether a value is made of texts, numbers, switches, lists and tables, and no deeper than a draft is."""
    if isinstance(value, dict):
        return depth > 0 and all(isinstance(key, str) and _is_plain(one, depth - 1) for key, one in value.items())
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return value is None or isinstance(value, str | bool | int | float)
