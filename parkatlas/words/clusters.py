"""Clustering in words: the verdict on every industry and park in one sentence, key figures, tables."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from parkatlas import formats
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, measured

if TYPE_CHECKING:
    from parkatlas.analysis.clustering import Checkup, Picture
    from parkatlas.analysis.clustering.neighbours import Likeness

INDUSTRIES = (
    "industry_name", "cluster_verdict", "project_count", "area_name", "gathered_count", "count_quotient", "p_value",
    "adjusted_p", "is_robust", "largest_project", "glaeser",
)  # fmt: skip
AREAS = (
    "area_name", "cluster_verdict", "project_count", "industry_name", "gathered_count", "industry_count",
    "count_quotient", "p_value", "adjusted_p", "is_robust", "largest_project",
)  # fmt: skip
_NAMED = 3
_AREAS_SPOKEN_OF = 8
_TESTED = ("clustered", "fragile", "random")
_SMALLEST = 0.001
_SEVERAL = 3  # projects in one place that are worth a sentence without a test


def finding(checkup: "Checkup") -> str:
    """Say how many industries were tested, how many cluster beyond chance and which; nothing without an industry."""
    rows = checkup.industries
    if rows.empty:
        return ""
    tested = int(rows["cluster_verdict"].isin(_TESTED).sum())
    few = len(rows) - tested
    told = _told(rows)
    if not tested:
        facts = {"count": len(rows), "projects": checkup.all_count}
        if not told:
            return text("clusters.finding_none", **facts)
        return text("clusters.end", said=text("clusters.finding_told_untested", told=told, **facts))
    clustered = rows.loc[rows["cluster_verdict"] == "clustered", "industry_name"]
    if len(clustered):
        sentence = text("clusters.finding", tested=tested, clustered=len(clustered))
        names = text("clusters.list_comma").join(clustered.head(_NAMED))
        sentence = text("clusters.finding_names", said=sentence, names=names)
    elif told:
        sentence = text("clusters.finding_told_random", told=told, tested=tested)
    else:
        sentence = text("clusters.finding_random", tested=tested)
    return text("clusters.finding_few", said=sentence, few=few) if few else text("clusters.end", said=sentence)


def _told(rows: "pd.DataFrame") -> str:
    """Say which industry stands most in one area, where several of its projects and half of them do; else nothing."""
    gathered = rows[(rows["gathered_count"] >= _SEVERAL) & (2 * rows["gathered_count"] >= rows["project_count"])]
    if gathered.empty:
        return ""
    share = gathered["gathered_count"] / gathered["project_count"]
    most = gathered.assign(share=share).sort_values(["share", "gathered_count"], ascending=False, kind="stable").iloc[0]
    about = {"count": int(most["project_count"]), "gathered": int(most["gathered_count"])}
    return text("clusters.told", name=most["industry_name"], area=most["area_name"], **about)


def figures(checkup: "Checkup", areas: "pd.DataFrame", industry: str, picture: "Picture") -> list[KeyFigure]:
    """Return how many industries gather, how many without their largest, how many projects fit, an industry's clusters.

    ``areas``: rows of ``queries/specialisation`` of the parks.
    """
    rows, groups = checkup.industries, picture.groups
    verdicts = rows["cluster_verdict"].value_counts()
    tested = int(rows["cluster_verdict"].isin(_TESTED).sum())
    beyond = int(verdicts.get("clustered", 0) + verdicts.get("fragile", 0))
    holding = int(((rows["cluster_verdict"] == "clustered") & rows["largest_project"].notna()).sum())
    judged_count = areas["fit_known_count"].fillna(0).sum()
    fit = (areas["fit_share_pct"] * areas["fit_known_count"]).sum() / judged_count if judged_count else None
    inside = int(groups["project_count"].sum())
    money, share = groups["invested_share_pct"].sum(min_count=1), 100.0 * inside / max(picture.project_count, 1)
    fitting = text("clusters.fit_known", count=int(judged_count))
    return [
        _counted(text("clusters.beyond_chance"), beyond, text("clusters.of_tested", tested=tested)),
        _counted(text("clusters.without_largest"), holding, text("clusters.of_these", count=beyond)),
        KeyFigure(column("fit_share_pct").label, formats.number(fit, "%"), "" if fit is None else "%", fitting),
        _counted(text("clusters.groups_of", industry=industry), len(groups), _share("clusters.money_inside", money)),
        _counted(text("clusters.inside"), inside, _share("clusters.share_inside", share)),
    ]


def grouped(industry_name: str, picture: "Picture") -> str:
    """Say how many clusters an industry forms and how much of it stands in them."""
    groups, count = picture.groups, picture.project_count
    if groups.empty:
        return text("clusters.no_group", industry=industry_name, count=count)
    inside = int(groups["project_count"].sum())
    share = formats.quantity(100.0 * inside / count, "%")
    return text("clusters.grouped", industry=industry_name, groups=len(groups), inside=inside, count=count, share=share)


def on_day(month: str, picture: "Picture") -> str:
    """Say in few words what a month's picture shows, for one of a pair."""
    groups = picture.groups
    if groups.empty:
        return text("clusters.none_on_day", month=month, count=picture.project_count)
    inside = int(groups["project_count"].sum())
    return text("clusters.on_day", month=month, groups=len(groups), inside=inside, count=picture.project_count)


def industry(row: "pd.Series[Any]", checkup: "Checkup") -> str:
    """Say in a sentence what the check-up found of an industry (a row of ``Checkup.industries``)."""
    verdict, name = row["cluster_verdict"], row["industry_name"]
    if verdict == "few":
        return text("clusters.few", name=name, count=int(row["located_count"]), least=checkup.least)
    where = _where(row)
    if verdict == "untested":
        return text("clusters.untested", name=name, where=where)
    chance = text(
        "clusters.exchanged" if row["beyond_count"] else "clusters.never_reached",
        times=checkup.simulations,
        beyond=int(row["beyond_count"]),
        adjusted=_as_p(row["adjusted_p"]),
    )
    return text(f"clusters.is_{verdict}", name=name, where=where, chance=chance) + _largest(row)


def industry_test(tests: "Checkup") -> str:
    """Say how industries were tested, and how many at once."""
    return text("clusters.industry_test", all=tests.looked_at, times=tests.simulations, tests=tests.industry_tests)


def area_test(tests: "Checkup") -> str:
    """Say how parks or townships were tested, and how often."""
    return text("clusters.area_test", tests=tests.area_tests)


def area(row: "pd.Series[Any]", checkup: "Checkup") -> str:
    """Say in a sentence what the check-up found of a park or township (a row of ``Checkup.areas``)."""
    verdict, name = row["cluster_verdict"], row["area_name"]
    here = text(
        "clusters.here",
        count=int(row["project_count"]),
        gathered=int(row["gathered_count"]),
        industry=row["industry_name"],
        quotient=formats.number(row["count_quotient"], decimals=1),
    )
    if verdict in ("few", "untested"):
        return text("clusters.area_few", name=name, here=here, of=int(row["industry_count"]), least=checkup.least)
    p = row["p_value"]
    odds = text("clusters.odds_below" if p < _SMALLEST else "clusters.odds", p=p_value(p).lstrip("<"))
    adjusted = _as_p(row["adjusted_p"])
    chance = text("clusters.exact", gathered=int(row["gathered_count"]), odds=odds, adjusted=adjusted)
    sentence = text(f"clusters.area_{verdict}", name=name, here=here, industry=row["industry_name"], chance=chance)
    return sentence + _largest(row)


def likeness(alike: "Likeness", industry_name: str, kind: str) -> str:
    """Say whether neighbouring areas have like shares of an industry; ``kind``: of which areas (hexagon | unit)."""
    areas = text(f"clusters.areas_{kind}")
    if formats.is_none(alike.index):
        return text("clusters.no_moran", count=alike.area_count, areas=areas, islands=alike.island_count)
    return text(
        "clusters.moran_alike" if alike.p_value <= 0.05 else "clusters.moran_chance",  # noqa: PLR2004 - the level said
        industry=industry_name,
        areas=areas,
        index=formats.number(alike.index, decimals=2),
        p=p_value(alike.p_value),
        count=alike.area_count,
        islands=alike.island_count,
    )


def industry_table(checkup: "Checkup") -> pd.DataFrame:
    """Return the check-up of industries as a table of the catalogue's columns."""
    return _table(checkup.industries, INDUSTRIES)


def area_table(checkup: "Checkup") -> pd.DataFrame:
    """Return the check-up of parks or townships as a table of the catalogue's columns."""
    return _table(checkup.areas, AREAS)


def p_value(value: object) -> str:
    """Return a p-value with three decimals; smaller ones are said to be."""
    if formats.is_none(value):
        return formats.NONE
    return f"<{_SMALLEST}" if float(value) < _SMALLEST else formats.number(float(value), decimals=3)  # type: ignore[arg-type]


def _as_p(value: object) -> str:
    label = p_value(value)
    return f"p < {label[1:]}" if label.startswith("<") else f"p = {label}"


def _table(rows: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    holds = [
        row.cluster_verdict == "clustered" if row.cluster_verdict in ("clustered", "fragile") and row.largest_project
        else None
        for row in rows.itertuples()
    ]  # fmt: skip
    return rows.assign(
        p_value=[None if formats.is_none(value) else p_value(value) for value in rows["p_value"]],
        adjusted_p=[None if formats.is_none(value) else p_value(value) for value in rows["adjusted_p"]],
        is_robust=pd.array(holds, "boolean"),
    )[list(columns)]


def _where(row: "pd.Series[Any]") -> str:
    count = int(row["project_count"])
    if formats.is_none(row["area_name"]):
        return text("clusters.nowhere", count=count)
    return text(
        "clusters.where",
        count=count,
        gathered=int(row["gathered_count"]),
        area=row["area_name"],
        quotient=formats.number(row["count_quotient"], decimals=1),
    )


def _largest(row: "pd.Series[Any]") -> str:
    if row["cluster_verdict"] == "random":
        return text("clusters.end", said="")
    if formats.is_none(row["largest_project"]):
        return text("clusters.no_largest")
    return text(f"clusters.largest_{row['cluster_verdict']}")


def _share(key: str, share: float) -> str:
    return "" if formats.is_none(share) else text(key, share=formats.quantity(float(share), "%"))


def ranking_title(industries: pd.DataFrame) -> str:
    """Return how many industries were tested and how many of them gather (rows of ``Checkup.industries``)."""
    counts = industries["cluster_verdict"].value_counts()
    tested = int(counts.drop(["few", "untested"], errors="ignore").sum())
    if not tested:
        return text("clusters.none_tested")
    return text("clusters.ranked", tested=tested, clustered=int(counts.get("clustered", 0)))


def curve_title(curve: pd.DataFrame) -> str:
    """Return at how many distances an industry leaves the envelope (its rows of ``Checkup.curves``)."""
    beyond = curve.loc[curve["observed_m"] > curve["upper_m"], "radius_m"]
    if beyond.empty:
        return text("clusters.within_envelope")
    reach = formats.quantity(float(beyond.max()) / 1000, "公里")
    if len(beyond) == len(curve):
        return text("clusters.all_beyond", reach=reach)
    return text("clusters.left_envelope", count=len(beyond), of=len(curve), reach=reach)


def trend_title(years: pd.DataFrame) -> str:
    """Return how many of the largest areas became more, and how many less, specialised since the first year."""
    first = years[years["period"] == years["period"].min()].set_index("area_id")["count_hhi"]
    change = (largest_areas(years).set_index("area_id")["count_hhi"] - first).dropna()
    if years["period"].nunique() < 2 or change.empty:  # noqa: PLR2004 - a trend has two ends
        return text("clusters.one_year")
    return text(
        "clusters.more_specialised",
        year=str(years["period"].min().year),
        more=int((change > 0.005).sum()),  # noqa: PLR2004 - what two decimals show
        less=int((change < -0.005).sum()),  # noqa: PLR2004 - as above
    )


def largest_areas(years: pd.DataFrame) -> pd.DataFrame:
    """Return the newest rows of the areas whose trend is drawn and spoken of (rows of ``specialisation_by_year``)."""
    return years[years["period"] == years["period"].max()].nlargest(_AREAS_SPOKEN_OF, "project_count")


def _counted(label: str, count: int, compared: str) -> KeyFigure:
    return measured("project_count", count, compared, label=label)
