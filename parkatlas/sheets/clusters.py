"""Clusters: which industries cluster, whether chance could explain it, and how the clusters formed."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from parkatlas import charts, formats, words
from parkatlas.analysis.clustering import Rule
from parkatlas.analysis.clustering.picture import MOST_DRAWN
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.sheets.asking import catalogued
from parkatlas.sheets.model import Block, Chart, Group, Listing, Offers, Pair, Scene, Sheet, Table, Text

if TYPE_CHECKING:
    from parkatlas.analysis.clustering import Checkup, Picture
    from parkatlas.sheets.asking import Asking

AREAS = ("park", "unit")
WEIGHTS = ("once", "money")
# What makes a cluster: what each number may be.
RULES = {"least": range(3, 21), "near_m": range(2001), "far_m": range(500, 10_001)}
USUAL = Rule()
_QUOTIENTS = (
    "area_name", "industry_name", "project_count", "area_share_pct", "count_quotient", "invested_wan",
    "invested_quotient", "land_mu", "land_quotient", "is_industry_fit",
)  # fmt: skip
_SPECIALISATION = (
    "area_name", "project_count", "leading_industry", "leading_share_pct", "count_hhi", "fit_share_pct", "firm_name",
    "firm_share_pct", "rest_industry", "rest_hhi", "rest_count", "rest_invested_wan", "invested_hhi",
)  # fmt: skip
_GROUPS = (
    "cluster_no", "area_name", "project_count", "share_pct", "invested_wan", "invested_share_pct", "largest_project",
    "spread_m",
)  # fmt: skip
_RANKED = ("industry_name", "cluster_verdict", "area_name", "gathered_count", "project_count", "count_quotient")
_NEIGHBOURS = ("area_name", "project_count", "all_count", "share_pct", "neighbourhood", "p_value")
_ON_MAP = ("project_name", "area_name", "invested_wan", "cluster_no")
_SENTENCES = 6
_MONTHS_BACK = 12


def usual_area(ask: "Asking") -> str:
    """Return the areas that are looked at first: parks where there are any, else units."""
    return AREAS[0] if len(ask("parks")) else AREAS[1]


def offers(ask: "Asking", area: str = "", **_: object) -> Offers:
    """Return what may be chosen: areas, the industries that any project states, what makes a cluster, and months."""
    names, days = list(checkup(ask, area or usual_area(ask)).industries["industry_name"]), months(ask)
    return {"area": AREAS, "industry": names, **RULES, "weight": WEIGHTS, "then": days, "now": days}


def sheet(  # noqa: PLR0913, PLR0917 - what the page lets one choose
    ask: "Asking",
    area: str = "",
    industry: str = "",
    least: int = USUAL.least,
    near_m: int = round(USUAL.near_m),
    far_m: int = round(USUAL.far_m),
    weight: str = WEIGHTS[0],
    then: str = "",
    now: str = "",
) -> Sheet:
    """Return what the page says by parks or units (``area``, "" the usual) of an industry, "" the clearest.

    ``least``, ``near_m``, ``far_m`` and ``weight`` make the rule of what a cluster is; ``then`` and ``now`` are the
    ledgers' days between which its clusters formed, a year and the newest where none is named.
    """
    area = area or usual_area(ask)
    checked = checkup(ask, area)
    finding = words.clusters.finding(checked)
    names = checked.industries["industry_name"].tolist()
    if not names:
        return ask.lacking("clusters", "industry", finding)
    industry = industry if industry in names else names[0]
    rule = rule_of(least, near_m, far_m, weight)
    picture = ask.computed.picture(area, industry, rule)
    return ask.sheet(
        "clusters",
        finding,
        words.clusters.figures(checked, ask("specialisation", area="park"), industry, picture),
        [
            Pair(
                (_scene(ask, picture, industry, area), *(Text(sentence) for sentence in _left_out_of_map(picture))),
                (_ranking(ask, checked),),
                (3, 2),
            ),
            Pair((_industries(ask, checked, industry),), (_areas(ask, checked),)),
            Group(tuple(Text(sentence) for sentence in _left_out_of_tests(checked))),
            _formed(ask, area, industry, rule, (then, now)),
            Pair(_curve(ask, checked, industry), _neighbours(ask, area, industry)),
            _groups(ask, picture, industry),
            _table(ask, "cluster_industries", words.clusters.industry_table(checked)),
            _table(ask, "cluster_areas", words.clusters.area_table(checked)),
            ask.table("industry_quotients", "cluster_quotients", _QUOTIENTS, area=area),
            ask.table("specialisation", "cluster_specialisation", _SPECIALISATION, area=area),
            ask.query_chart(
                "cluster_trend",
                charts.clusters.trend,
                "specialisation_by_year",
                find=words.clusters.trend_title,
                area=area,
            ),
        ],
    )


def checkup(ask: "Asking", area: str) -> "Checkup":
    """Return the check-up by parks or units; industries are tested among all, those of the filter returned."""
    checked, chosen = ask.computed.checkup(area), ask.scope.industries
    if not chosen:
        return checked
    rows = {name: getattr(checked, name) for name in ("industries", "areas")}
    return replace(checked, **{name: of[of["industry_name"].isin(chosen)] for name, of in rows.items()})


def rule_of(least: int, near_m: float, far_m: float, weight: str) -> Rule:
    """Return the rule of what a cluster is; the gap that parts clusters is never less than the one that joins them."""
    return Rule(least, float(near_m), float(max(near_m, far_m)), is_weighted=weight == "money")


def months(ask: "Asking") -> list[str]:
    """Return the days of the ledgers up to the one looked at, the oldest first."""
    offered = ask("filter_choices")
    days = sorted(offered.loc[offered["choice_kind"] == "periods", "choice"])
    return [day for day in days if day <= ask.scope.as_of.isoformat()]


def usual_months(days: list[str]) -> tuple[str, str]:
    """Return from when to when a cluster is followed where nobody says so: a year, or as long as there are ledgers."""
    return days[max(len(days) - 1 - _MONTHS_BACK, 0)], days[-1]


def _scene(ask: "Asking", picture: "Picture", industry: str, area: str) -> Scene:
    """Return the map of an industry's clusters, as its projects with the cluster of each."""
    projects = picture.projects[picture.projects["is_of"]].sort_values(["cluster_no", "project_name"])
    caption = ask.captioned(words.clusters.grouped(industry, picture))
    return Scene("cluster_map", caption, projects, catalogued(_ON_MAP), ask.question("cluster_projects", area=area))


def _ranking(ask: "Asking", checked: "Checkup") -> Chart:
    finding = words.clusters.ranking_title(checked.industries)
    chart = ask.chart("cluster_ranking", charts.clusters.ranking, checked.industries, finding)
    return replace(chart, columns=_RANKED)


def _left_out_of_map(picture: "Picture") -> list[str]:
    """Return what a picture leaves out to be quick."""
    sentences = []
    if picture.looked_at < picture.project_count:
        sentences.append(text("clusters.sampled_groups", taken=picture.looked_at, count=picture.project_count))
    if max(picture.project_count, picture.other_count) > MOST_DRAWN:
        sentences.append(text("clusters.sampled_drawn", most=MOST_DRAWN))
    return sentences


def _left_out_of_tests(checked: "Checkup") -> list[str]:
    sentences = []
    if 0 < checked.looked_at < checked.located_count:
        sentences.append(text("clusters.sampled_tests", taken=checked.looked_at, count=checked.located_count))
    if unplaced := checked.all_count - checked.located_count:
        sentences.append(text("clusters.unplaced", count=unplaced))
    return sentences


def _industries(ask: "Asking", checked: "Checkup", industry: str) -> Listing:
    """Return the check-up in sentences: of the industry chosen, then of the others that were tested."""
    rows = checked.industries
    is_chosen = rows["industry_name"] == industry
    head = pd.concat([rows[is_chosen], rows[~is_chosen & (rows["cluster_verdict"] != "few")]]).head(_SENTENCES)
    sentences = tuple(words.clusters.industry(row, checked) for _, row in head.iterrows())
    caption = ask.captioned(text("pages.clusters_industries"))
    return Listing("clusters_industries", caption, sentences, head, note=words.clusters.industry_test(checked))


def _areas(ask: "Asking", checked: "Checkup") -> Listing:
    """Return the check-up of parks or townships in sentences, of those that were tested where any was."""
    tested = checked.areas[checked.areas["cluster_verdict"] != "few"]
    head = (tested if len(tested) else checked.areas).head(_SENTENCES)
    sentences = tuple(words.clusters.area(row, checked) for _, row in head.iterrows())
    caption = ask.captioned(text("pages.clusters_areas"))
    return Listing("clusters_areas", caption, sentences, head, note=words.clusters.area_test(checked))


def _formed(ask: "Asking", area: str, industry: str, rule: Rule, chosen: tuple[str, str]) -> Listing:
    """Return how an industry's clusters formed: what each of two months shows; a single ledger has no past."""
    caption, days = ask.captioned(text("pages.cluster_time", industry=industry)), months(ask)
    if len(days) < 2:  # noqa: PLR2004 - then and now
        return Listing("cluster_time", caption, (), pd.DataFrame(), note=text("clusters.one_month"))
    pair = [day if day in days else usual for day, usual in zip(chosen, usual_months(days), strict=True)]
    on = [date.fromisoformat(day) for day in pair]
    sentences = [
        words.clusters.on_day(formats.month(day), ask.computed.picture(area, industry, rule, day)) for day in on
    ]
    return Listing("cluster_time", caption, tuple(sentences), pd.DataFrame({"period": on}))


def _curve(ask: "Asking", checked: "Checkup", industry: str) -> tuple[Block, ...]:
    """Return L of an industry against chance, where it was tested."""
    rows, curves = checked.industries, checked.curves
    if not rows.loc[rows["industry_name"] == industry, "p_value"].notna().any():
        return ()
    own = curves[curves["industry_name"] == industry]
    chart = ask.chart("cluster_curve", charts.clusters.curve, own, words.clusters.curve_title(own), industry)
    return (replace(chart, columns=_lines(industry)),)


def _lines(industry: str) -> dict[str, Column]:
    """Return the columns of a curve: the catalogue knows no distances of chance."""
    labels = {
        "radius_m": column("distance_m").label,
        "observed_m": industry,
        "mean_m": text("clusters.chance_mean"),
        "upper_m": text("clusters.envelope"),
    }
    return {name: Column(name, "number", "米", titled=label) for name, label in labels.items()}


def _neighbours(ask: "Asking", area: str, industry: str) -> tuple[Block, ...]:
    """Return whether neighbouring areas are alike, and which of them."""
    alike, names = ask.computed.likeness(area, industry)
    kind = "unit" if area == "unit" and len(ask.computed.units()) else "hexagon"
    sentence, caption = words.clusters.likeness(alike, industry, kind), ask.captioned(text("pages.cluster_neighbours"))
    if alike.areas.empty:
        return Text(caption.title, "heading"), Text(sentence, "prose")
    rows = alike.areas.assign(area_name=names, p_value=alike.areas["p_value"].map(words.clusters.p_value))
    is_none = rows["neighbourhood"] == "none"
    rows = rows.assign(is_none=is_none).sort_values(
        ["is_none", "share_pct", "all_count"], ascending=[True, False, False]
    )[list(_NEIGHBOURS)]
    drawn_rows = rows.iloc[:0] if is_none.all() else rows
    nothing = text("clusters.none_told")
    table = Table(
        "cluster_neighbours",
        caption,
        drawn_rows,
        catalogued(_NEIGHBOURS),
        drawn_rows.copy,
        nothing=nothing,
        sentence=sentence,
    )
    return (table,)


def _groups(ask: "Asking", picture: "Picture", industry: str) -> Table | None:
    """Return an industry's clusters, where it has any."""
    if picture.groups.empty:
        return None
    rows, caption = (
        pd.DataFrame(picture.groups[list(_GROUPS)]),
        ask.captioned(text("pages.cluster_groups", industry=industry)),
    )
    return Table("cluster_groups", caption, rows, catalogued(_GROUPS), rows.copy)


def _table(ask: "Asking", key: str, rows: pd.DataFrame) -> Table:
    return Table(key, ask.captioned(text(f"pages.{key}")), rows, catalogued(rows.columns), rows.copy)
