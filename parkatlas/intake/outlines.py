"""Outlines made sound: only polygons, rings repaired and named, overlaps reported."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from parkatlas import measures
from parkatlas.intake import ceilings
from parkatlas.intake.notebook import Notebook

POLYGON, MULTIPOLYGON, COLLECTION = 3, 6, 7
_AT_ONCE = 500
DIFFERENCE = 0.10  # stated and drawn areas further apart than this are listed


def polygons_only(shapes: Any, rows: list[int], book: Notebook, *, needed: bool) -> None:
    """Write down shapes that are no polygons and, where outlines are needed, rows without one."""
    kinds = shapely.get_type_id(shapes)
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    wrong = ~empty & ~np.isin(kinds, (POLYGON, MULTIPOLYGON, COLLECTION))
    cells = [(rows[index], shapes[index].geom_type) for index in np.flatnonzero(wrong)]
    if wrong.all():
        raise book.refused("not_polygons", value=cells[0][1], count=len(cells))
    book.group("error", "shape_no_polygon", cells)
    if needed:
        book.group("error", "shape_missing", [(rows[index], "") for index in np.flatnonzero(empty)])


def repaired(shapes: Any, names: list[str], rows: Sequence[int], book: Notebook) -> Any:
    """Return valid (multi)polygons; what had to be mended is named with the area it had and has."""
    has_shape = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    invalid = np.flatnonzero(has_shape & ~shapely.is_valid(shapes)).tolist()
    sound = shapes.copy()
    sound[~has_shape] = None
    mended = []
    for index in invalid:
        reason = shapely.is_valid_reason(shapes[index]).split("[")[0]
        made = shapely.make_valid(shapes[index], method="structure", keep_collapsed=False)
        sound[index] = _polygons(made)
        if sound[index] is None:
            book.add("error", "shape_empty", row=rows[index], value=names[index])
        else:
            mended.append((rows[index], f"{names[index]} ({reason})"))
    book.group("warning", "shape_repaired", mended)
    for index in np.flatnonzero(has_shape & (shapely.get_type_id(shapes) == COLLECTION)).tolist():
        sound[index] = _polygons(sound[index])
    return sound


def _polygons(shape: Any) -> Any:
    """Return the polygons of a shape as one (multi)polygon, None where it has none."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    chosen = parts[shapely.get_type_id(parts) == POLYGON]
    return shapely.union_all(chosen) if len(chosen) else None


def say_overlaps(shapes: Any, names: list[str], book: Notebook) -> None:
    """Write down which outlines share land, slivers of drawing apart from real claims; refuses too many that meet."""
    ceilings.check("meeting", _meeting(shapes), book)
    pairs = sorted(zip(*map(np.ndarray.tolist, measures.overlaps(shapes)), strict=True), key=lambda pair: -pair[2])
    for level, code, chosen in (
        ("warning", "overlap", [pair for pair in pairs if pair[2] >= measures.SLIVER_M2]),
        ("note", "overlap_sliver", [pair for pair in pairs if pair[2] < measures.SLIVER_M2]),
    ):
        form = ",.0f" if code == "overlap" else ".1g"
        examples = [
            {"value": f"{names[i]} × {names[j]} {area:{form}} m²", "names": [names[i], names[j]], "area_m2": area}
            for i, j, area in chosen
        ]
        book.listed(level, code, examples)


def _meeting(shapes: Any) -> int:
    """Return how many pairs of outlines may share land by their bounds, counted until they are too many."""
    tree, pairs = shapely.STRtree(shapes), 0
    for start in range(0, len(shapes), _AT_ONCE):
        pairs += len(tree.query(shapes[start : start + _AT_ONCE])[0])
        if pairs > 2 * ceilings.MOST["meeting"] + len(shapes):
            break
    return max(0, pairs - len(shapes)) // 2  # each pair is met twice, and each outline meets itself


def factor_of(stated: Any, drawn: Any, scale: dict[str, float]) -> tuple[str, float]:
    """Return the unit in which stated areas come nearest to the drawn ones (mu), and how far off the median is.

    The distance is the median of |ln(stated ÷ drawn)|; 0 is a perfect fit.
    """
    both = np.isfinite(stated) & np.isfinite(drawn) & (stated > 0) & (drawn > 0)
    if not both.any():
        return next(iter(scale)), 0.0
    ratio = np.log(stated[both] / drawn[both])
    off = {unit: float(np.median(np.abs(ratio + np.log(factor)))) for unit, factor in scale.items()}
    best = min(off, key=off.__getitem__)
    return best, off[best]


def say_differences(names: list[str], stated: Any, drawn: Any, book: Notebook) -> None:
    """Write down outlines whose stated area (mu) is more than a tenth off the drawn one."""
    off = (drawn - stated) / stated
    wrong = np.flatnonzero(np.isfinite(off) & (np.abs(off) > DIFFERENCE))
    wrong = wrong[np.argsort(-np.abs(off[wrong]), kind="stable")]
    examples = [
        {
            "value": f"{names[i]} {stated[i]:,.1f} / {drawn[i]:,.1f} ({off[i]:+.1%})",
            "names": [names[i]], "stated_mu": float(stated[i]), "drawn_mu": float(drawn[i]),
        }
        for i in wrong
    ]  # fmt: skip
    book.listed("warning", "area_differs", examples)
