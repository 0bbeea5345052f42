"""The pipeline in sentences and key figures: what became of what was signed, and what is stuck."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure

if TYPE_CHECKING:
    import pandas as pd

STAGES = tuple(term.code for term in terms.STAGES if term.code != "dropped")


def finding(rates: "pd.DataFrame") -> str:
    """Say how much is signed and how far it came, how much is stuck, and what is an agreement only."""
    row = rates.iloc[0]
    if not row["project_count"]:
        return ""
    parts = [_signed(row), _stuck(row), _agreed(row)]
    return text("sentences.sentence_end", said=text("pipeline.clause_end").join(filter(None, parts)))


def figures(rates: "pd.DataFrame") -> list[KeyFigure]:
    """Return contract money, the three rates on their bases, and what is stuck."""
    row = rates.iloc[0]
    counts = {name: formats.number(int(row[f"{name}_count"])) for name in ("signed", "started", "producing", "paired")}
    stuck = int(row["stuck_count"])
    return [
        KeyFigure(column("contract_wan").label, *formats.money_parts(row["signed_contract_wan"]), _apart(row)),
        _rate(
            "in_place_share_pct",
            row,
            text(
                "pipeline.base_in_place",
                in_place=formats.money(row["paired_in_place_wan"]),
                contract=formats.money(row["paired_contract_wan"]),
                count=counts["paired"],
            ),
        ),
        _rate("started_share_pct", row, text("pipeline.base_started", **_of(counts, "started", "signed"))),
        _rate("producing_share_pct", row, text("pipeline.base_producing", **_of(counts, "producing", "started"))),
        KeyFigure(
            column("stuck_count").label,
            formats.number(stuck),
            column("stuck_count").unit_label,
            text("pipeline.stuck_money", money=formats.money(row["stuck_wan"]))
            if stuck
            else text("pipeline.none_stuck"),
            is_good=not stuck,
        ),
    ]


def obstacle(weightiest: "pd.DataFrame") -> str:
    """Say which obstacle holds up most (first row of obstacles_open); nothing where none holds up anything."""
    if weightiest.empty or not weightiest.iloc[0]["project_count"]:
        return ""
    row = weightiest.iloc[0]
    facts = {
        "what": row["description"] if isinstance(row["description"], str) else _kind(row),
        "count": _count(row, "project_count"),
        "unit": row["unit_name"] if isinstance(row["unit_name"], str) else formats.NONE,
    }
    if formats.is_none(row["overdue_days"]):
        return text("pipeline.obstacle", **facts)
    return text("pipeline.obstacle_late", **facts, days=int(row["overdue_days"]))


def _kind(row: "pd.Series[object]") -> str:
    return terms.label("obstacle_kind", str(row["obstacle_kind"]))


def _signed(row: "pd.Series[object]") -> str:
    if not row["signed_count"]:
        return text("pipeline.finding_none_signed", count=_count(row, "project_count"))
    return text(
        "pipeline.finding_signed",
        count=_count(row, "signed_count"),
        money=formats.money(row["signed_contract_wan"]),
        in_place=formats.quantity(row["in_place_share_pct"], "%"),
        started=formats.quantity(row["started_share_pct"], "%"),
    )


def _stuck(row: "pd.Series[object]") -> str:
    if not row["stuck_count"]:
        return text("pipeline.finding_none_stuck")
    return text("pipeline.finding_stuck", count=_count(row, "stuck_count"), money=formats.money(row["stuck_wan"]))


def _agreed(row: "pd.Series[object]") -> str:
    if not row["agreement_count"]:
        return ""
    return text(
        "pipeline.finding_agreed", count=_count(row, "agreement_count"), money=formats.money(row["agreement_wan"])
    )


def _apart(row: "pd.Series[object]") -> str:
    """Say of how many contracts the money is, and what stands apart from it as agreed only."""
    signed = text("pipeline.of_signed", count=_count(row, "signed_count"))
    if not row["agreement_count"]:
        return signed
    apart = text(
        "pipeline.agreed_apart", count=_count(row, "agreement_count"), money=formats.money(row["agreement_wan"])
    )
    return signed + apart


def _rate(name: str, row: "pd.Series[object]", base: str) -> KeyFigure:
    number = formats.number(row[name], "%")
    return KeyFigure(column(name).label, number, "" if number == formats.NONE else "%", base)


def _of(counts: dict[str, str], part: str, whole: str) -> dict[str, str]:
    return {"part": counts[part], "whole": counts[whole]}


def _count(row: "pd.Series[object]", name: str) -> str:
    return formats.number(int(row[name]))


def money(row: "pd.Series[object]") -> str:
    """Return contract money and, apart from it and named, intended money, as far as there is any."""
    contract, intended = row["contract_wan"], row["intended_wan"]
    parts = [] if formats.is_none(contract) else [formats.money(contract)]
    if not formats.is_none(intended):
        parts.append(text("pipeline.intended", money=formats.money(intended)))
    return " + ".join(parts) or formats.NONE


def funnel_title(frame: "pd.DataFrame") -> str:
    """Return how many came to contract, start and production, and where most stand (rows of ``pipeline_stages``)."""
    rows = stages(frame)
    reached = rows.set_index("stage")["reached_stage_count"]
    if not reached["lead"]:
        return text("pipeline.no_stages")
    most = rows.loc[rows["project_count"].idxmax()]
    where = text("pipeline.most_stand", stage=terms.label("stage", most["stage"]), count=int(most["project_count"]))
    if not reached["signed"]:
        return text("pipeline.finding_unsigned", reached=int(reached["lead"]), standing=where)
    return text(
        "pipeline.finding_funnel",
        signed=int(reached["signed"]),
        started=int(reached["started"]),
        started_share=_share(reached["started"], reached["signed"]),
        producing=int(reached["producing"]),
        producing_share=_share(reached["producing"], reached["signed"]),
        standing=where,
    )


def durations_title(frame: "pd.DataFrame") -> str:
    """Return the stage that takes longest, by median and p90 (rows of ``pipeline_stages``)."""
    rows = left_stages(frame)
    if rows.empty:
        return text("pipeline.no_durations")
    longest = rows.loc[rows["median_days"].idxmax()]
    days = {name: formats.number(float(longest[f"{name}_days"]), "天") for name in ("median", "p90")}
    return text("pipeline.finding_durations", stage=terms.label("stage", longest["stage"]), **days)


def stages(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Return the rows of the ten stages in order; dropped and unstated ones are left out."""
    rows = frame[frame["stage"].isin(STAGES)].reset_index(drop=True)
    counts = {name: rows[name].fillna(0).astype(int) for name in ("project_count", "reached_stage_count")}
    return rows.assign(**counts)


def left_stages(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Return the rows of the stages that anybody has left, whose durations are known."""
    rows = stages(frame)
    return rows[rows["left_count"] > 0].reset_index(drop=True)


def _share(part: int, whole: int) -> str:
    return formats.quantity(100.0 * int(part) / int(whole), "%")
