"""Constraint layers: any polygons that parks and projects are checked against, such as farmland or a red line."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import shapely

from parkatlas import measures, terms
from parkatlas.filetypes import KINDS, listed
from parkatlas.intake import outlines, registers
from parkatlas.intake.sniff import sniff
from parkatlas.intake.source import Source


def read(source: Source) -> dict[str, pa.Table]:
    """Return ``layers``, one row per patch; outline as WKB in EPSG:4326.

    A layer nobody named bears the name of its file, and is of the kind that its name tells.
    """
    book = source.book
    if not sniff(source).is_drawn:
        raise book.refused("layer_no_shapes", ending=source.ending, formats=listed(KINDS["layers"].formats))
    table, shapes = registers.read(source, "layers", outlines_needed=False)
    book.stop_at_errors()
    patch_names = table.columns.get("patch_name", pa.nulls(len(table.rows), pa.string()))
    labels = [name or str(row) for name, row in zip(patch_names.to_pylist(), table.rows, strict=True)]
    sound = outlines.repaired(shapes, labels, table.rows, book)
    book.stop_at_errors()
    drawn = np.flatnonzero(~shapely.is_missing(sound)).tolist()
    left = np.flatnonzero(shapely.is_missing(sound)).tolist()
    book.group("warning", "patch_left_out", [(table.rows[row], labels[row]) for row in left])
    if not len(drawn):
        raise book.refused("not_polygons", value="—", count=len(labels))
    name, kind = _named(source)
    book.add("note", "layer_taken", value=name, layer_kind=kind, patch_count=len(drawn))
    return {
        "layers": pa.table(
            {
                "layer_name": pa.array([name] * len(drawn), pa.string()),
                "layer_kind": pa.array([kind] * len(drawn), pa.string()),
                "patch_no": pa.array([table.rows[row] for row in drawn], pa.int64()),
                "patch_name": patch_names.take(pa.array(drawn, pa.int64())),
                "drawn_area_mu": pa.array(measures.area_mu(sound[drawn]), pa.float64()),
                "outline": pa.array(list(shapely.to_wkb(sound[drawn])), pa.binary()),
            }
        )
    }


def _named(source: Source) -> tuple[str, str]:
    """Return the layer's name and its kind."""
    name = source.options.layer_name or Path(source.file_name).stem
    codes = (term.code for term in terms.LAYER_KINDS if any(word in name for word in (term.labels[0], *term.aliases)))
    return name, source.options.layer_kind or next(codes, "other")
