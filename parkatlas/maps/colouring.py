"""Which colour each park or project bears, and the legend that says so with its counts."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from parkatlas import colours, formats, terms
from parkatlas.columns import column
from parkatlas.messages import text

# Leading digits of round numbers: 1, 1.2, 1.5, 2 … of a power of ten.
_SPOKEN = np.array([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10])
_CLASSES = len(colours.MEASURE)


@dataclass(frozen=True)
class Entry:
    """One line of a legend: its colour, label and how many items bear it."""

    label: str
    colour: str
    count: int
    is_hatched: bool = False
    is_hollow: bool = False


@dataclass(frozen=True)
class Colouring:
    """A legend and, for each row of the frame it was made of, the entry that row belongs to."""

    title: str
    entries: tuple[Entry, ...]
    index: NDArray[np.int64]


def alone(label: str, colour: str, count: int) -> Colouring:
    """Colour all ``count`` items alike."""
    return Colouring("", (Entry(label, colour, count),), np.zeros(count, dtype=np.int64))


def rounded(value: float) -> float:
    """Return the nearest round number: 1.2, 1.5, 2, 2.5 … times a power of ten; 0 stays 0."""
    if value == 0:
        return 0.0
    power = 10.0 ** np.floor(np.log10(abs(value)))
    leading = abs(value) / power
    return float(np.sign(value) * round(_SPOKEN[np.abs(_SPOKEN - leading).argmin()] * power, 12))


def breaks(values: NDArray[np.float64]) -> list[float]:
    """Return the lower bounds of classes two to five, rounded and rising; fewer where the values do not differ."""
    classes = min(_CLASSES, len(np.unique(values)))
    if classes <= 1:
        return []
    edges = np.quantile(values, np.arange(1, classes) / classes)
    spoken = sorted({rounded(edge) for edge in edges})
    return [edge for edge in spoken if values.min() < edge <= values.max()]


def by_measure(values: "pd.Series[float]", name: str, beside: "pd.Series[float] | None" = None) -> Colouring:
    """Colour numbers of the catalogue's column ``name`` in up to five classes, lower bound inclusive; hatch none.

    The classes suit the values ``beside`` too, those of a map to compare with.
    """
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    is_stated = np.isfinite(numbers)
    every = numbers if beside is None else np.concatenate([numbers, beside.to_numpy(dtype=float, na_value=np.nan)])
    every = every[np.isfinite(every)]
    edges = breaks(every) if every.size else []
    index = np.where(is_stated, np.searchsorted(edges, np.where(is_stated, numbers, 0), side="right"), len(edges) + 1)
    palette = _spread(len(edges) + 1)
    counts = np.bincount(index, minlength=len(edges) + 2)
    labels = _class_labels(edges, column(name).unit)
    entries = [Entry(*line) for line in zip(labels, palette, counts[:-1].tolist(), strict=True)]
    none = Entry(terms.label("verdict", "missing"), colours.NO_DATA, int(counts[-1]), is_hatched=True)
    return Colouring(column(name).header, (*entries, none), index)


def by_term(values: "pd.Series[str]", vocabulary: str, palette: dict[str, str]) -> Colouring:
    """Colour the codes of a closed vocabulary in its order; codes it does not know and none are hatched."""
    codes = [term.code for term in terms.VOCABULARIES[vocabulary]]
    return _coded(
        values, column(vocabulary).label, {code: (terms.label(vocabulary, code), palette[code]) for code in codes}
    )


def by_name(values: "pd.Series[str]", name: str, beside: "pd.Series[str] | None" = None) -> Colouring:
    """Colour the ten most frequent names of the catalogue's column ``name``; the others share one grey.

    Counted are those ``beside`` too, of a map to compare with.
    """
    counted = values if beside is None else pd.concat([values, beside])
    frequent = counted.value_counts().index[: len(colours.INDUSTRY)]
    labelled = {str(word): (str(word), colour) for word, colour in zip(frequent, colours.INDUSTRY, strict=False)}
    rest = values.where(values.isna() | values.isin(list(labelled)), "\0rest")
    return _coded(rest, column(name).label, labelled | {"\0rest": (text("maps.other"), colours.OTHER)})


def by_flag(values: "pd.Series[bool]", name: str) -> Colouring:
    """Colour what the catalogue's column ``name`` (is_enclave, is_lit or is_host) holds of apart from the others."""
    apart, others = {
        "is_enclave": (colours.ENCLAVE, (text("maps.not_enclave"), colours.OTHER)),
        "is_host": (colours.ACCENT, (text("maps.not_host"), colours.OTHER)),
        "is_lit": (colours.LIT, (text("maps.not_lit"), colours.UNLIT)),
    }[name]
    labelled = {"True": (column(name).label, apart), "False": others}
    return _coded(values.map({True: "True", False: "False"}), column(name).label, labelled)


def _coded(values: "pd.Series[str]", title: str, labelled: dict[str, tuple[str, str]]) -> Colouring:
    """Build the legend of ``known`` (code to label and colour) with one more entry for values outside it."""
    index = pd.Index(list(labelled)).get_indexer(values.astype(object)).astype(np.int64)
    index = np.where(index < 0, len(labelled), index)
    counts = np.bincount(index, minlength=len(labelled) + 1).tolist()
    none = (terms.label("verdict", "missing"), colours.NO_DATA)
    lines = zip([*labelled.values(), none], counts, strict=True)
    entries = [Entry(label, colour, count, is_hatched=colour == colours.NO_DATA) for (label, colour), count in lines]
    return Colouring(title, tuple(entries), index)


def _spread(count: int) -> list[str]:
    """Return ``count`` colours of the measure's ramp, the last always its darkest."""
    indices = np.linspace(0, _CLASSES - 1, count).round().astype(int) if count > 1 else [_CLASSES // 2]
    return [colours.MEASURE[index] for index in indices]


def _class_labels(edges: list[float], unit: str) -> list[str]:
    """Return each class's label: below, from–to, at least."""
    bounds = [_bound(edge, unit) for edge in edges]
    if not bounds:
        return [text("maps.all_values")]
    between = [f"{low}–{high}" for low, high in pairwise(bounds)]
    return [f"< {bounds[0]}", *between, f"≥ {bounds[-1]}"]


def _bound(edge: float, unit: str) -> str:
    """Return a class bound with only the decimals that it has, without its unit."""
    decimals = 0 if edge == round(edge) else 1 if edge * 10 == round(edge * 10) else 2
    return formats.number(float(edge), unit, decimals)
