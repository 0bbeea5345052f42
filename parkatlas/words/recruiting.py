"""Recruiting in words and key figures: where teams went, what they brought, who brought nothing, where nobody went."""

from typing import TYPE_CHECKING, Any

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, measured

if TYPE_CHECKING:
    import pandas as pd

# Regions that nobody has to travel to, or that are none.
NOT_AWAY = ("province", "other")
_NAMED = 3


def finding(regions: "pd.DataFrame", teams: "pd.DataFrame") -> str:
    """Say how often teams went, what they brought, and which teams and regions stand empty.

    ``regions``, ``teams``: rows of ``queries/recruiting_by_region`` and ``recruiting_by_team``.
    """
    if teams.empty:
        return ""
    parts = [_went(teams), _brought(regions), _without_result(teams), _without_trip(regions)]
    return text("sentences.sentence_end", said=text("recruiting.clause_end").join(filter(None, parts)))


def figures(regions: "pd.DataFrame", teams: "pd.DataFrame") -> "list[KeyFigure]":
    """Return trips, firms visited, projects and contracts brought, and how many teams brought nothing."""
    count, idle = teams["team_name"].nunique(), _idle(teams)
    signed_all = text(
        "recruiting.from_there",
        count=formats.number(int(regions["region_signed_count"].sum())),
        money=formats.money(_sum(regions, "region_contract_wan")),
    )
    return [
        KeyFigure(
            column("trip_count").label,
            formats.number(int(regions["trip_count"].sum())),
            column("trip_count").unit_label,
            text("recruiting.teams_days", teams=count, days=formats.quantity(_sum(regions, "trip_days"), "天", 0)),
        ),
        measured("visited_count", _sum(regions, "visited_count"), _labelled("lead_count", regions)),
        measured("brought_signed_count", _sum(regions, "brought_signed_count"), _labelled("brought_count", regions)),
        KeyFigure(
            column("brought_contract_wan").label,
            *formats.money_parts(_sum(regions, "brought_contract_wan")),
            signed_all,
        ),
        KeyFigure(
            text("recruiting.idle_teams"),
            formats.NONE if idle is None else formats.number(len(idle)),
            "" if idle is None else column("team_count").unit_label,
            _listed(idle) if idle else text("recruiting.of_teams", teams=count),
            is_good=None if idle is None else not idle,
        ),
    ]


def _went(teams: "pd.DataFrame") -> str:
    return text(
        "recruiting.went",
        teams=formats.number(teams["team_name"].nunique()),
        trips=formats.number(int(teams["trip_count"].sum())),
        days=formats.number(int(teams["trip_days"].sum())),
    )


def _brought(regions: "pd.DataFrame") -> str:
    if regions["brought_count"].isna().all():
        return text("recruiting.not_linked")
    return text(
        "recruiting.brought",
        count=formats.number(int(regions["brought_count"].sum())),
        signed=formats.number(int(regions["brought_signed_count"].sum())),
        money=formats.money(_sum(regions, "brought_contract_wan")),
    )


def _without_result(teams: "pd.DataFrame") -> str:
    idle = _idle(teams)
    return text("recruiting.without_result", names=_listed(idle)) if idle else ""


def _without_trip(regions: "pd.DataFrame") -> str:
    missed = regions[(regions["trip_count"] == 0) & ~regions["trip_region"].isin(NOT_AWAY)]
    names = [terms.label("source_region", code) for code in missed["trip_region"]]
    return text("recruiting.without_trip", names=_listed(names)) if names else ""


def _idle(teams: "pd.DataFrame") -> "list[str] | None":
    """Return the teams without any result, wherever they went; None where no file states results."""
    stated = teams[teams["has_result"].notna()]
    if stated.empty:
        return None
    best = stated.assign(has_result=stated["has_result"].astype(bool)).groupby("team_name", sort=False)["has_result"]
    return [str(name) for name, has_result in best.max().items() if not has_result]


def _listed(names: "list[str]") -> str:
    listed = text("recruiting.list_comma").join(names[:_NAMED])
    return text("recruiting.and_more", names=listed, count=len(names)) if len(names) > _NAMED else listed


def _labelled(name: str, rows: "pd.DataFrame") -> str:
    return f"{column(name).label} {formats.quantity(_sum(rows, name), column(name).unit, 0)}"


def _sum(rows: "pd.DataFrame", name: str) -> Any:
    """Return a sum, none where no row states the value."""
    return float(rows[name].sum()) if rows[name].notna().any() else None


def by_region_title(regions: "pd.DataFrame") -> str:
    """Return which region's trips brought most, else where teams went most often."""
    if not regions["trip_count"].sum():
        return text("recruiting.nobody_went")
    signed = regions[regions["brought_signed_count"].fillna(0) > 0]
    if signed.empty:
        most = regions.loc[regions["trip_count"].idxmax()]
        return text("recruiting.went_most", name=_name(most), trips=int(most["trip_count"]))
    first = signed.iloc[0]  # the query puts those first that brought most
    return text(
        "recruiting.brought_most",
        name=_name(first),
        count=int(first["brought_signed_count"]),
        money=formats.money(first["brought_contract_wan"]),
    )


def _name(row: "pd.Series[Any]") -> str:
    return terms.label("source_region", row["trip_region"])
