"""Constraint layers in a sentence: which of them a park's land reaches into, and how much of it."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

FAR_KM = 50  # a layer further from every park than this was most likely drawn in another coordinate system


def overlaps(shared: "pd.DataFrame") -> str:
    """Say how much land one park shares with each layer, those that forbid building first; empty where with none.

    Rows of ``analysis.constraints.of_parks`` of the park.
    """
    first = shared.sort_values("layer_kind", key=lambda kinds: ~kinds.isin(terms.FORBIDDING_LAYERS), kind="stable")
    clauses = [
        text(
            "layers.reaches",
            layer=row["layer_name"],
            area=formats.quantity(row["overlap_mu"], "亩"),
            share=formats.quantity(row["overlap_pct"], "%"),
        )
        for _, row in first.iterrows()
    ]
    return _sentence(clauses) if clauses else ""


def far(layers: "pd.DataFrame") -> str:
    """Name the layers that lie far from every park; empty where none does (``analysis.constraints.nearest_parks``)."""
    distant = layers[layers["nearest_park_km"] > FAR_KM]
    clauses = [
        text("layers.far", layer=row["layer_name"], distance=formats.quantity(row["nearest_park_km"], "公里"))
        for _, row in distant.iterrows()
    ]
    return _sentence([*clauses, text("layers.far_cure")]) if clauses else ""


def _sentence(clauses: "Iterable[str]") -> str:
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join(clauses))
