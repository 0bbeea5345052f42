"""Query results as sentences and key figures: the findings on top of pages and in what leaves them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

# What the overview's first sentence and figures speak of, in this order, as far as there are targets.
_LEADING_METRICS = ("project_count", "contract_wan")


@dataclass(frozen=True)
class KeyFigure:
    """One of the at most five figures on top of a page: label, value, unit, what it is compared with."""

    label: str
    value: str
    unit: str = ""
    compared: str = ""
    is_good: bool | None = None


def overview(totals: "pd.DataFrame", targets: "pd.DataFrame") -> str:
    """Say how the region stands: against its targets where there are any, else how much stands there."""
    total = totals.iloc[0]
    base = base_targets(targets)
    parts = [against_target(metric, base[metric]) for metric in leading(base, _LEADING_METRICS, 2)]
    if parts:
        return text("sentences.sentence_end", said=text("sentences.clause_comma").join(parts))
    if not total["project_count"]:
        return ""
    return text(
        "sentences.overview_plain",
        projects=formats.number(int(total["project_count"])),
        contract=formats.money(total["contract_wan"]),
        intensity=formats.quantity(total["intensity_wan_per_mu"], "万元/亩"),
    )


def overview_figures(totals: "pd.DataFrame", targets: "pd.DataFrame") -> list[KeyFigure]:
    """Return five figures: two against targets where there are any, intensity, share at threshold, share started."""
    total, base = totals.iloc[0], base_targets(targets)
    against = [_target_figure(metric, base[metric]) for metric in _LEADING_METRICS if metric in base]
    plain = [
        measured("project_count", int(total["project_count"]), _parks(total)),
        KeyFigure(column("contract_wan").label, *formats.money_parts(total["contract_wan"]), _signed(total)),
    ]
    return [
        *(against or plain),
        KeyFigure(column("in_place_wan").label, *formats.money_parts(total["in_place_wan"]), _in_place_share(total)),
        _intensity_figure(total),
        KeyFigure(
            column("started_share_pct").label,
            formats.number(total["started_share_pct"], "%"),
            "%",
            text("sentences.started_of", started=int(total["started_count"]), signed=int(total["signed_count"])),
        ),
    ][:5]


def intensity(totals: "pd.DataFrame") -> str:
    """Say how many projects reach the threshold, at what intensity all stand, and who is not in one or the other."""
    total = totals.iloc[0]
    if not total["measured_count"]:
        return text("sentences.intensity_none") if total["project_count"] else ""
    judged = text(
        "sentences.intensity",
        judged=formats.number(int(total["judged_count"])),
        reached=formats.number(int(total["reached_count"])),
        share=formats.quantity(total["reached_share_pct"], "%"),
    )
    of_all = text(
        "sentences.intensity_of_all",
        count=int(total["measured_count"]),
        intensity=formats.quantity(total["intensity_wan_per_mu"], "万元/亩"),
    )
    rest = {"unsigned": "measured_unsigned_count", "exempt": "exempt_count", "lacking": "missing_count"}
    clauses = [
        *([judged] if total["judged_count"] else []),
        of_all,
        *(text(f"sentences.{said}", count=int(total[name])) for said, name in rest.items() if total[name]),
    ]
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join(clauses))


def intensity_figures(totals: "pd.DataFrame") -> list[KeyFigure]:
    """Return intensity, share at threshold, projects below, data missing."""
    total = totals.iloc[0]
    of_all = text("sentences.of_judged", count=formats.number(int(total["judged_count"])))
    return [
        _intensity_figure(total),
        KeyFigure(column("reached_share_pct").label, formats.number(total["reached_share_pct"], "%"), "%", of_all),
        measured("short_count", int(total["short_count"]), of_all),
        measured("missing_count", int(total["missing_count"]), text("sentences.never_zero")),
    ]


def base_targets(targets: "pd.DataFrame") -> dict[str, "pd.Series[object]"]:
    """Return the base targets that have a figure, by metric (rows of target_progress)."""
    rows = targets[(targets["target_tier"] == "base") & targets["ahead_points"].notna()]
    return {str(row["metric"]): row for _, row in rows.iterrows()}


def leading(base: dict[str, "pd.Series[object]"], wanted: "Sequence[str]", count: int) -> list[str]:
    """Return the metrics to speak of: those wanted that have a target, else the first ``count`` that have."""
    return [name for name in wanted if name in base] or [t.code for t in terms.TARGET_METRICS if t.code in base][:count]


def against_target(metric: str, row: "pd.Series[object]") -> str:
    """Say one target in a clause: done, share of the target, points ahead of or behind the calendar."""
    return text(
        "sentences.against_target",
        brought=brought(metric, row["done_value"]),
        share=formats.quantity(row["completion_pct"], "%"),
        pace=against_pace(row["ahead_points"]),
    )


def brought(metric: str, done: object) -> str:
    """Name what was done of a metric, as 引进项目 48 个."""
    amount = formats.metric(metric, float(done))  # type: ignore[arg-type]
    if metric == "project_count":
        return text("sentences.projects_brought", done=amount)
    return text("sentences.brought", metric=terms.label("metric", metric), done=amount)


def against_pace(ahead_points: object) -> str:
    """Say how far ahead of or behind the calendar, in percentage points, or level with it where that rounds to 0."""
    return _pace(ahead_points, "sentences.pace_ahead", "sentences.pace_behind", "sentences.pace_level")


def points(ahead_points: object) -> str:
    """Say the same as ``against_pace`` where the calendar is named beside it."""
    return _pace(ahead_points, "charts.points_ahead", "charts.points_behind", "charts.on_pace")


def is_ahead(ahead_points: object) -> bool | None:
    """Tell whether what ``against_pace`` says is good; neither where it is level with the calendar."""
    ahead = round(float(ahead_points), 1)  # type: ignore[arg-type]
    return ahead > 0 if ahead else None


def _pace(ahead_points: object, ahead: str, behind: str, level: str) -> str:
    if formats.is_none(ahead_points):
        return terms.label("verdict", "missing")
    gap = formats.number(abs(float(ahead_points)), "%")  # type: ignore[arg-type]
    is_good = is_ahead(ahead_points)
    return text(level) if is_good is None else text(ahead if is_good else behind, points=gap)


def _target_figure(metric: str, row: "pd.Series[object]") -> KeyFigure:
    return KeyFigure(
        text("sentences.this_year", metric=terms.label("metric", metric)),
        *formats.metric_parts(metric, float(row["done_value"])),
        completion(row),
        is_good=is_ahead(row["ahead_points"]),
    )


def completion(row: "pd.Series[object]") -> str:
    """Say which share of a target is done and how that stands against the calendar."""
    share = formats.quantity(row["completion_pct"], "%")
    return text("sentences.completion", share=share, pace=against_pace(row["ahead_points"]))


def _intensity_figure(total: "pd.Series[object]") -> KeyFigure:
    return KeyFigure(
        column("intensity_wan_per_mu").label,
        formats.number(total["intensity_wan_per_mu"], "万元/亩"),
        column("intensity_wan_per_mu").unit_label,
        _reached_share(total),
    )


def _reached_share(total: "pd.Series[object]") -> str:
    if not total["judged_count"]:
        return ""
    return text("sentences.reached", share=formats.quantity(total["reached_share_pct"], "%"))


def _in_place_share(total: "pd.Series[object]") -> str:
    share = total["in_place_share_pct"]
    return "" if formats.is_none(share) else text("sentences.of_contract", share=formats.quantity(share, "%"))


def _parks(total: "pd.Series[object]") -> str:
    return text("sentences.in_parks", count=int(total["park_count"]))


def _signed(total: "pd.Series[object]") -> str:
    return text("sentences.signed", count=int(total["signed_count"]))


def measured(
    name: str, value: object, compared: str = "", *, label: str = "", is_good: bool | None = None
) -> KeyFigure:
    """Return the figure of a column with its unit, "—" alone where nothing is known; ``label`` says it otherwise."""
    entry = column(name)
    digits = formats.number(value, entry.unit)
    return KeyFigure(
        label or entry.label, digits, "" if digits == formats.NONE else entry.unit_label, compared, is_good
    )
