"""Siting: which park suits a proposed project, what it fails where, and where the reserve library goes."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parkatlas import analysis, charts, terms, words
from parkatlas.analysis import conditions, siting
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.sheets.asking import MOST_ROWS, catalogued
from parkatlas.sheets.model import Block, Choice, Facts, Group, Listing, Offers, Pair, Scene, Sheet, Table, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from parkatlas.analysis.siting import Comparison
    from parkatlas.sheets.asking import Asking
    from parkatlas.words import Caption

# A project of 150 万元/亩, to begin with.
USUAL_WAN, USUAL_MU = 12_000, 80
MOST_WAN, MOST_MU = 10**8, 10**5
# Which projects of the reserve library are assigned: those of no park, or all.
RESERVES = ("open", "all")
_RANKING = ("siting_place", "siting_move", "park_name", "siting_score", *words.siting.SCORES)
_ON_MAP = ("park_name", "siting_verdict", "siting_place", "siting_score")
_ASSIGNED = ("park_name", "assigned_mu", "assigned_count", "left_mu")
_LEFT = ("park_name", "assigned_count", "assigned_mu", "left_mu")
_MOST_CHANGES = 6


@dataclass(frozen=True)
class Proposal:
    """A proposed project: its name and need, and the weights of the criteria."""

    name: str
    need: conditions.Need
    weights: dict[str, int]


def offers(ask: "Asking", **_: object) -> Offers:
    """Return what may be chosen: the project's industry, money and land, the park told in full, and the reserve."""
    parks, most = list(ask("siting_parks")["park_id"]), {"fai_wan": range(MOST_WAN + 1), "land_mu": range(MOST_MU + 1)}
    return {"industry": industries(ask), **most, "park": parks, "reserve": RESERVES}


def sheet(  # noqa: PLR0913, PLR0917 - what the page lets one choose
    ask: "Asking",
    industry: str = "",
    fai_wan: int = USUAL_WAN,
    land_mu: int = USUAL_MU,
    park: str = "",
    reserve: str = RESERVES[0],
) -> Sheet:
    """Return what the page says of a project of so much investment (万元) and land (亩) under the usual weights.

    Its industry is the one that most parks are meant for where none is named; ``park`` is the id of the one told in
    full, the first where none is named; ``reserve`` says which projects of the library are assigned.
    """
    if ask("siting_parks").empty:
        return ask.lacking("siting", "park")
    industry = industry or next(iter(industries(ask)), "")
    need = conditions.Need((industry,) if industry else (), fai_wan, land_mu)
    proposal = Proposal(text("siting.proposed"), need, usual_weights(ask))
    return of_proposal(ask, proposal, compared(ask, proposal), park, reserved(ask, reserve))


def industries(ask: "Asking") -> list[str]:
    """Return the industries to choose from: those that most parks are meant for first, then those of projects."""
    named, projects = ask("siting_parks")["park_industries"], ask("siting_industries")["industry_name"]
    leading = Counter(name for entry in named for name in conditions.leading(entry))
    return list(dict.fromkeys([*(name for name, _ in leading.most_common()), *projects]))


def usual_weights(ask: "Asking") -> dict[str, int]:
    """Return the weights of the workspace's settings."""
    weights: dict[str, int] = ask.settings.siting.model_dump()
    return weights


def compared(ask: "Asking", proposal: Proposal) -> "Comparison":
    """Compare all parks in scope for a proposal."""
    parks, weights = ask("siting_parks"), (proposal.weights, usual_weights(ask))
    return siting.compare(proposal.need, parks, ask("siting_industries"), weights, ask.computed.forbidden())


def reserved(ask: "Asking", reserve: str, picked: "Sequence[str]" = ()) -> "pd.DataFrame":
    """Return the projects of the reserve library to assign: ``open`` (those of no park), ``all``, else those picked."""
    everybody = ask("siting_reserve", most=MOST_ROWS)
    if reserve == "all":
        return everybody
    chosen = everybody["park_id"].isna() if reserve == "open" else everybody["project_id"].isin(picked)
    return everybody[chosen]


def of_proposal(
    ask: "Asking", proposal: Proposal, comparison: "Comparison", park: str, reserve: "pd.DataFrame"
) -> Sheet:
    """Return what the page says of a comparison, of one of its parks in full, and of the library's projects."""
    table = words.siting.table(comparison)
    return ask.sheet(
        "siting",
        words.siting.finding(comparison),
        words.siting.figures(comparison),
        [
            Pair((Choice("form"),), _ranking(ask, proposal, comparison, table, park), (2, 5)),
            _table("ranking", ask.captioned(text("siting.ranking_table")), table, _RANKING),
            *_conditions(ask, table),
            Choice("print"),
            Text(text("siting.reserve"), "part"),
            *_reserve(ask, proposal, comparison, reserve),
        ],
    )


def _ranking(
    ask: "Asking", proposal: Proposal, comparison: "Comparison", table: "pd.DataFrame", park: str
) -> tuple[Block, ...]:
    """Return map and list, how scores come about, the park told in full, and what would have to change elsewhere."""
    meeting, lacking = comparison.meeting, words.siting.lacking(comparison)
    parts = siting.contributions(comparison.scored, proposal.weights).reindex(meeting.index)
    names = comparison.parks.set_index("park_id")["park_name"]
    rows = parts.assign(park_name=names.reindex(meeting.index), total=meeting["total"])
    blocks: list[Block] = [_scene(ask, table)]
    if rows["total"].notna().any():
        chart = ask.chart("siting_ranking", charts.siting.ranking, rows, words.siting_words.ranking_title(rows))
        blocks.append(replace(chart, columns=_scored(parts)))
    elif meeting.empty and not lacking:
        blocks.append(Text(text("siting.none_meets"), "prose", "block", "none"))
    own = table[table["park_id"] == park]
    blocks.append(_one(ask, comparison, (own if len(own) else table).iloc[0]))
    failing = table[table["needed_change"] != ""]
    if not lacking and len(failing):  # else no park can be told what it fails
        blocks.append(_changes(ask, failing))
    return tuple(blocks)


def _scored(parts: "pd.DataFrame") -> dict[str, Column]:
    """Return the columns of a ranking's parts, each called after its criterion."""
    labels = {term.code: term.label for term in terms.SITING_CRITERIA if term.code in parts}
    named = {code: Column(code, "number", titled=label) for code, label in labels.items()}
    return {"park_name": column("park_name"), "total": column("siting_score")} | named


def _scene(ask: "Asking", table: "pd.DataFrame") -> Scene:
    """Return the map of the parks, in the order of the ranking."""
    return Scene("siting_map", ask.captioned(text("siting.ranking_table")), table, catalogued(_ON_MAP))


def _one(ask: "Asking", comparison: "Comparison", row: "pd.Series[object]") -> Group:
    """Return how one park stands, each condition with its margin, and a sentence for each of its scores."""
    checks = [(column(name).label, str(row[name])) for name in row.index if str(name).endswith("_check")]
    scores = words.siting.explained(comparison, str(row["park_id"]))
    return Group(
        (
            Text(words.siting.verdict_sentence(row), "finding"),
            Pair(
                (Facts("one_conditions", ask.captioned(text("siting.conditions_table")), tuple(checks), row),),
                (Facts("one_scores", ask.captioned(text("siting.why")), tuple(scores), row),),
            ),
        ),
        "one",
    )


def _changes(ask: "Asking", failing: "pd.DataFrame") -> Listing:
    """Return what the project would have to change in each park where it fails."""
    head, more = failing.head(_MOST_CHANGES), len(failing) - _MOST_CHANGES
    sentences = tuple(f"{row.park_name}　{row.needed_change}" for row in head.itertuples())
    note = text("siting.more_changes", count=more) if more > 0 else ""
    return Listing("changes", ask.captioned(text("siting.changes")), sentences, head, note=note)


def _conditions(ask: "Asking", table: "pd.DataFrame") -> list[Block]:
    """Return the conditions of every park; their file says what would have to change, too."""
    checks = [name for name in table.columns if name.endswith("_check")]
    export = ("siting_verdict", "needed_change")
    blocks: list[Block] = [
        _table("conditions", ask.captioned(text("siting.conditions_table")), table, ("park_name", *checks), export)
    ]
    if "layers_check" not in checks:
        blocks.append(Text(text("siting.no_layers")))
    return blocks


def _reserve(ask: "Asking", proposal: Proposal, comparison: "Comparison", reserve: "pd.DataFrame") -> list[Block]:
    """Return the reserve library assigned to the parks under the same weights: finding, projects, map and parks."""
    if ask("siting_reserve", most=MOST_ROWS).empty:
        return [Text(text("siting.reserve_none"))]
    if reserve.empty:
        return [Choice("reserve"), Text(text("siting.reserve_nobody"))]
    overlaps = ask.computed.forbidden()
    done = analysis.assignment.assign(reserve, comparison.parks, ask("siting_industries"), proposal.weights, overlaps)
    by_park = words.assignment.by_park(done, comparison.parks)
    projects = words.assignment.projects(done, reserve, comparison.parks)
    left = text("siting.reserve_parks")
    question = ask.question("siting_reserve", most=MOST_ROWS)
    return [
        Choice("reserve"),
        Text(words.assignment.finding(done, reserve), "finding"),
        *(() if done.is_proven else (Text(text("siting.reserve_unproven")),)),
        _table("reserve", ask.captioned(text("siting.reserve_projects")), projects, words.assignment.PROJECTS),
        Pair(
            (Scene("reserve_map", ask.captioned(left), by_park, catalogued(_ASSIGNED), question),),
            (_table("left", ask.captioned(left), by_park, _LEFT, ("available_mu", "held_mu")),),
        ),
    ]


def _table(
    key: str, caption: "Caption", rows: "pd.DataFrame", columns: "Sequence[str]", export: "Sequence[str]" = ()
) -> Table:
    """Return a table of columns, whose file holds the columns of ``export`` too."""
    file = rows[[*columns, *export]]
    return Table(f"siting-{key}", caption, rows[list(columns)], catalogued(columns), file.copy)
