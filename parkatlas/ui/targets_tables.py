"""The tables of the Targets page: lamps of units by metric, what is still required, the region's targets."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from parkatlas import charts, formats, terms
from parkatlas.columns import CATALOGUE, column
from parkatlas.messages import text
from parkatlas.ui import data, frame, panels
from parkatlas.ui.markdown import plain

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

# Of each tier: what stands in the table, the stretch target's after the base one's.
_OF_TIER = {
    "base": (
        "target_value", "completion_pct", "lamp", "ahead_points", "ahead_value", "required_per_day_value",
        "required_per_month_value",
    ),
    "stretch": ("target_value", "completion_pct", "lamp", "required_per_month_value"),
}  # fmt: skip
_RANKS = ("place", "places_risen", "places_risen_year")
_PLACES = ("place", "place_before", "place_year_ago")
# Decimals of counts that are no whole projects.
_PACED = {"required_per_day_value": 2, "required_per_week_value": 1, "required_per_month_value": 1, "ahead_value": 1}
_MOST_UNSCROLLED = 40
_NAME_PX = 150


def lamps(progress: pd.DataFrame, rows: pd.DataFrame, metric: str, group: str | None) -> None:
    """Draw units × metrics with a lamp and the completion in each cell, the region first; with its exports."""
    caption = panels.caption_of(text("pages.targets_lamps"))
    st.subheader(plain(caption.title), anchor=False)
    region = progress.assign(unit_id="", unit_label=text("targets.region"))
    units = pd.concat([region, rows.assign(unit_id=_keys(rows))], ignore_index=True)
    # Where a metric has one tier only, that one counts.
    units = units.sort_values("target_tier", kind="stable").drop_duplicates(["unit_id", "metric"])
    shown = units.assign(cell=[_cell(row) for row in units.itertuples()])
    names = shown.drop_duplicates("unit_id").set_index("unit_id")["unit_label"].map(charts.targets.unit_name)
    wide = shown.pivot_table(index="unit_id", columns="metric", values="cell", aggfunc="first").reindex(
        index=_ranked(units, metric), columns=[t.code for t in terms.TARGET_METRICS if t.code in set(units["metric"])]
    )
    wide.insert(0, "unit_label", names)
    config: dict[str, object] = {
        name: st.column_config.TextColumn(terms.label("metric", name)) for name in wide.columns[1:]
    }
    config["unit_label"] = st.column_config.TextColumn(column("unit_label").label, width=_NAME_PX, pinned=True)
    table(_coloured(wide), config, "lamps")
    panels.exports("targets_by_unit", caption, partial(data.ask_whole, "targets_by_unit", unit_group=group))


def required(rows: pd.DataFrame, metric: str, group: str | None) -> None:
    """Draw what each unit still has to do of a metric, its two targets side by side; with its exports."""
    caption = panels.caption_of(text("pages.targets_required", metric=terms.label("metric", metric)))
    st.subheader(plain(caption.title), anchor=False)
    own = rows[rows["metric"] == metric].assign(unit_id=_keys(rows))
    names = own.drop_duplicates("unit_id").set_index("unit_id")["unit_label"].map(charts.targets.unit_name)
    wide = names.to_frame().join(_ranks(own, metric)).join(_side_by_side(own, "unit_id")).reindex(_ranked(own, metric))
    config = {name: configured(name, metric) for name in wide.columns}
    config["unit_label"] = st.column_config.TextColumn(column("unit_label").label, width=_NAME_PX, pinned=True)
    table(wide, config, "required")
    panels.exports("targets_required", caption, partial(_with_ranks, unit_group=group, metrics=[metric]))


def region(progress: pd.DataFrame) -> None:
    """Draw the region's targets, one row per metric, the two tiers side by side; with its exports."""
    caption = panels.caption_of(text("pages.targets_region"))
    st.subheader(plain(caption.title), anchor=False)
    order = [term.code for term in terms.TARGET_METRICS if (progress["metric"] == term.code).any()]
    wide = _side_by_side(progress, "metric").reindex(order)
    said = {
        name: [
            value if isinstance(value, str) else _said(metric, name, value)
            for metric, value in zip(order, wide[name], strict=True)
        ]
        for name in wide.columns
    }
    labels = [terms.label("metric", metric) for metric in order]
    config = {name: _text_column(name) for name in said}
    config["metric"] = st.column_config.TextColumn(column("metric").label, width=_NAME_PX, pinned=True)
    table(pd.DataFrame({"metric": labels} | said), config, "region")
    panels.exports("target_progress", caption, partial(data.ask_whole, "target_progress"))


def _keys(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return a key for each unit and for projects without one; none is that of the region, the empty word."""
    return "u" + rows["unit_id"].fillna("")


def _ranked(rows: pd.DataFrame, metric: str) -> list[str]:
    """Return the units' keys, the region's first, then by how far ahead they are on the metric."""
    own = rows[rows["metric"] == metric].sort_values(["ahead_points", "unit_id"], ascending=[False, True])
    ids = [*own["unit_id"], *rows["unit_id"]]
    return sorted(dict.fromkeys(ids), key=bool)


def _cell(row: object) -> str:
    """Return a cell of the table of lamps: shape and completion; what was done where there is no target."""
    metric, lamp = str(row.metric), row.lamp  # type: ignore[attr-defined]
    if charts.lamps.lit(lamp):
        return f"{charts.lamps.mark(lamp)} {formats.quantity(row.completion_pct, '%')}"  # type: ignore[attr-defined]
    if formats.is_none(row.target_value):  # type: ignore[attr-defined]
        return text("targets.without_target", done=formats.metric(metric, row.done_value))  # type: ignore[attr-defined]
    return terms.label("verdict", "missing")


def _coloured(wide: pd.DataFrame) -> "Styler":
    """Return a table whose cells with a lamp bear its colour."""
    inks = {charts.lamps.mark(t.code): charts.lamps.ink(t.code, dark=frame.is_dark()) for t in terms.LAMPS}
    return wide.style.map(lambda cell: f"color: {inks[cell[0]]}" if str(cell)[:1] in inks else "")


def _side_by_side(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return one row per ``key``: done, then the columns of each tier, named ``<tier>.<column>``."""
    wide = rows.drop_duplicates(key).set_index(key)[["done_value"]]
    for tier, names in _OF_TIER.items():
        own = rows[rows["target_tier"] == tier].set_index(key)[list(names)]
        if own.empty:
            continue
        worded = own.assign(lamp=[charts.lamps.word(code) if charts.lamps.lit(code) else None for code in own["lamp"]])
        wide = wide.join(worded.add_prefix(f"{tier}."))
    return wide


def _said(metric: str, name: str, value: object) -> str | None:
    """Return a figure of a metric in words; points with their sign."""
    if formats.is_none(value):
        return None
    if name.endswith(("_pct", "_points")):
        return formats.quantity(value, "%")
    if name.endswith("per_day_value") and _unit(metric) == "个":
        return formats.quantity(value, "个", decimals=2)
    return formats.metric(metric, float(value))  # type: ignore[arg-type]


def _ranks(own: pd.DataFrame, metric: str) -> pd.DataFrame:
    """Return each unit's place among its group by completion, and how many places it rose, by the units' keys."""
    ranks = data.ask("unit_ranks", metrics=[metric])
    tier = own["target_tier"].min()
    own_ranks = ranks.assign(unit_id=_keys(ranks))[ranks["target_tier"] == tier].set_index("unit_id")[list(_RANKS)]
    return own_ranks.assign(**{name: own_ranks[name].map(charts.ranks.risen) for name in _RANKS[1:]})


def _with_ranks(**params: object) -> pd.DataFrame:
    """Return the units' rows with their ranks, for an export."""
    keys = ["unit_id", "metric", "target_tier"]
    ranks = data.ask_whole("unit_ranks", **params)[[*keys, *_RANKS]].astype(dict.fromkeys(_RANKS, "Int64"))
    return data.ask_whole("targets_by_unit", **params).merge(ranks, how="left", on=keys)


def _unit(metric: str) -> str:
    """Return the unit of a metric; what is no column with a unit of its own is counted."""
    return CATALOGUE[metric].unit if metric in CATALOGUE else "个"


def _header(name: str, unit: str = "") -> str:
    tier, _, known = name.rpartition(".")
    header = replace(column(known), unit=unit or column(known).unit).header
    return text("targets.of_stretch", column=header) if tier == "stretch" else header


def _text_column(name: str) -> object:
    known = column(name.rpartition(".")[2])
    return st.column_config.TextColumn(
        _header(name), help=known.meaning, alignment="left" if known.vocabulary else "right"
    )


def configured(name: str, metric: str) -> object:
    """Return how a column of one metric's table looks: the metric's unit in its header, and that unit's decimals."""
    known = column(name.rpartition(".")[2])
    if known.kind == "text":
        return st.column_config.TextColumn(_header(name), help=known.meaning)
    if known.name in (*_RANKS, *_PLACES):
        return _rank_column(known.name)
    unit = known.unit or _unit(metric)
    decimals = _PACED.get(known.name, 0) if unit == "个" else formats.DECIMALS[unit]
    return st.column_config.NumberColumn(_header(name, unit), help=known.meaning, format=f"%,.{decimals}f")


def _rank_column(name: str) -> object:
    known = column(name)
    make = st.column_config.NumberColumn if name in _PLACES else st.column_config.TextColumn
    return make(known.header, help=known.meaning, alignment="right")


def table(rows: "pd.DataFrame | Styler", config: dict[str, object], key: str) -> None:
    """Draw rows with these columns, unscrolled as far as a county has units."""
    height = "content" if len(rows.index) <= _MOST_UNSCROLLED else "auto"
    how: Any = {"column_config": config, "hide_index": True, "placeholder": formats.NONE, "height": height}
    st.dataframe(_coloured(rows) if isinstance(rows, pd.DataFrame) else rows, key=f"rows-{key}", **how)
