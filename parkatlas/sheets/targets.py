"""Targets: how far the region and its units are against the year's targets and against the calendar."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from parkatlas import charts, terms, words
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.sheets import paced
from parkatlas.sheets.model import Block, Choice, Offers, Sheet, Table, Text

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking

# Of each tier: what stands in the table, the stretch target's after the base one's.
_OF_TIER = {
    "base": (
        "target_value", "completion_pct", "lamp", "ahead_points", "ahead_value", "required_per_day_value",
        "required_per_month_value",
    ),
    "stretch": ("target_value", "completion_pct", "lamp", "required_per_month_value"),
}  # fmt: skip
_RANKS = ("place", "places_risen", "places_risen_year")
_CUMULATIVE = ("done_fai_wan", "in_place_wan", "outside_in_place_wan", "foreign_usd_wan")
# Filters of projects: a target is of all that a unit does.
_NOT_OF_TARGETS = ("parks", "industries", "stages")


def offers(ask: "Asking", group: str = "", **_: object) -> Offers:
    """Return what may be chosen: groups of units, and the metrics of the one chosen."""
    return paced.offers(ask("targets_by_unit"), group)


def sheet(ask: "Asking", group: str = "", metric: str = "") -> Sheet:
    """Return what the page says of a group of units by one metric, the first of both where none is named."""
    progress, by_unit = ask("target_progress"), ask("targets_by_unit")
    finding = words.targets.finding(progress, by_unit)
    if progress.empty:
        return ask.lacking("targets", "targets", finding)
    lacks = [Text(sentence, icon="info") for sentence in (*_missing_ledgers(ask, progress), *_not_filtered(ask))]
    units = _units(ask, progress, by_unit, *paced.chosen(by_unit, group, metric)) if len(by_unit) else []
    blocks = [*lacks, *units, _region(ask, progress)]
    return ask.sheet("targets", finding, words.targets.figures(progress, by_unit), blocks)


def _units(ask: "Asking", progress: pd.DataFrame, by_unit: pd.DataFrame, group: str, metric: str) -> list[Block]:
    rows = paced.of_group(by_unit, group)
    question = ask.question("targets_by_unit")
    title = words.targets.units_title(rows, metric)
    drawn: Block = ask.chart("targets_units", charts.targets.units, rows, title, metric, question=question)
    if not rows.loc[rows["metric"] == metric, "target_value"].notna().any():
        drawn = Text(text("targets.no_unit_targets", metric=terms.label("metric", metric)), icon="info")
    lamps, required = _lamps(ask, progress, rows, metric, group), _required(ask, rows, metric, group)
    return [Choice("group_and_metric"), drawn, lamps, required]


def _lamps(ask: "Asking", progress: pd.DataFrame, rows: pd.DataFrame, metric: str, group: str) -> Table:
    """Return units × metrics with a lamp and the completion in each cell, the region first."""
    region = progress.assign(unit_id="", unit_label=text("targets.region"))
    units = pd.concat([region, rows.assign(unit_id=_keys(rows))], ignore_index=True)
    # Where a metric has one tier only, that one counts.
    units = units.sort_values("target_tier", kind="stable").drop_duplicates(["unit_id", "metric"])
    lit = units.assign(cell=[words.target_tables.lit_cell(row) for row in units.itertuples()])
    wide = lit.pivot_table(index="unit_id", columns="metric", values="cell", aggfunc="first").reindex(
        index=_ranked(units, metric), columns=terms.present("metric", units["metric"])
    )
    wide.insert(0, "unit_label", _names(lit))
    return Table(
        "targets_lamps",
        ask.captioned(text("pages.targets_lamps")),
        wide,
        {"unit_label": column("unit_label")} | {name: words.target_tables.of_metric(name) for name in wide.columns[1:]},
        partial(ask.whole, "targets_by_unit", unit_group=group or None),
        question=ask.question("targets_by_unit", unit_group=group or None),
    )


def _required(ask: "Asking", rows: pd.DataFrame, metric: str, group: str) -> Table:
    """Return what each unit still has to do of a metric, its two targets side by side."""
    own = rows[rows["metric"] == metric].assign(unit_id=_keys(rows))
    wide = _names(own).to_frame().join(_ranks(ask, own, metric)).join(_side_by_side(own, "unit_id"))
    params: dict[str, object] = {"unit_group": group or None, "metrics": [metric]}
    return Table(
        "targets_required",
        ask.captioned(text("pages.targets_required", metric=terms.label("metric", metric))),
        wide.reindex(_ranked(own, metric)),
        {name: words.target_tables.of_tier(name) for name in wide.columns},
        partial(_with_ranks, ask, params),
        question=ask.question("targets_by_unit", **params),
        metric=metric,
    )


def _region(ask: "Asking", progress: pd.DataFrame) -> Table:
    """Return the region's targets, one row per metric, the two tiers side by side, each figure with its unit."""
    order = terms.present("metric", progress["metric"])
    wide = _side_by_side(progress, "metric").reindex(order)
    columns = {
        name: [
            value if isinstance(value, str) else words.target_tables.figure(metric, name, value)
            for metric, value in zip(order, wide[name], strict=True)
        ]
        for name in wide.columns
    }
    rows = pd.DataFrame({"metric": [terms.label("metric", metric) for metric in order]} | columns)
    return Table(
        "target_progress",
        ask.captioned(text("pages.targets_region")),
        rows,
        {name: replace(words.target_tables.of_tier(name), kind="text", vocabulary="") for name in rows.columns},
        partial(ask.whole, "target_progress"),
        question=ask.question("target_progress"),
    )


def _keys(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return a key for each unit and for projects without one; none is that of the region, the empty word."""
    return "u" + rows["unit_id"].fillna("")


def _names(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return the units' names by their keys."""
    return rows.drop_duplicates("unit_id").set_index("unit_id")["unit_label"].map(words.targets.unit_name)


def _ranked(rows: pd.DataFrame, metric: str) -> list[str]:
    """Return the units' keys, the region's first, then by how far ahead they are on the metric."""
    own = rows[rows["metric"] == metric].sort_values(["ahead_points", "unit_id"], ascending=[False, True])
    ids = [*own["unit_id"], *rows["unit_id"]]
    return sorted(dict.fromkeys(ids), key=bool)


def _ranks(ask: "Asking", own: pd.DataFrame, metric: str) -> pd.DataFrame:
    """Return each unit's rank in its group by completion, and how many ranks it rose, by the units' keys."""
    ranks = ask("unit_ranks", metrics=[metric])
    tier = own["target_tier"].min()
    ranked = ranks.assign(unit_id=_keys(ranks))[ranks["target_tier"] == tier].set_index("unit_id")[list(_RANKS)]
    return ranked.assign(**{name: ranked[name].map(words.ranks.risen) for name in _RANKS[1:]})


def _with_ranks(ask: "Asking", params: dict[str, object]) -> pd.DataFrame:
    """Return the units' rows with their ranks, for an export."""
    keys = ["unit_id", "metric", "target_tier"]
    ranks = ask.whole("unit_ranks", **params)[[*keys, *_RANKS]].astype(dict.fromkeys(_RANKS, "Int64"))
    return ask.whole("targets_by_unit", **params).merge(ranks, how="left", on=keys)


def _side_by_side(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return one row per ``key``: done, then the columns of each tier, named ``<tier>.<column>``."""
    wide = rows.drop_duplicates(key).set_index(key)[["done_value"]]
    for tier, names in _OF_TIER.items():
        own = rows[rows["target_tier"] == tier].set_index(key)[list(names)]
        if own.empty:
            continue
        worded = own.assign(lamp=own["lamp"].map(words.lamps.word))
        wide = wide.join(worded.add_prefix(f"{tier}."))
    return wide


def _missing_ledgers(ask: "Asking", progress: pd.DataFrame) -> list[str]:
    """Return what the figures lack of ledgers."""
    offered, is_cumulative = ask("filter_choices"), bool(progress["metric"].isin(_CUMULATIVE).any())
    months = [date.fromisoformat(day) for day in offered.loc[offered["choice_kind"] == "periods", "choice"]]
    return words.target_tables.missing_ledgers(months, ask.scope.as_of, is_cumulative=is_cumulative)


def _not_filtered(ask: "Asking") -> list[str]:
    """Return that the filters of projects do not apply, where any is set."""
    return [text("targets.not_filtered")] if any(getattr(ask.scope, name) for name in _NOT_OF_TARGETS) else []
