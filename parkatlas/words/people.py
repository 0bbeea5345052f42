"""Leaders and officers in sentences and key figures: what they answer for, what moved, what is due and what is late."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, measured

if TYPE_CHECKING:
    import pandas as pd


def finding(role: str, rows: "pd.DataFrame") -> str:
    """Say how much the people of a role (their rows of ``people``) answer for, how much is late, and with whom most."""
    if rows.empty:
        return ""
    named, label = rows[rows["person_name"].notna()], terms.label("role", role)
    if named.empty:
        return text("people.nobody", role=label, count=_total(rows, "project_count"))
    parts = [
        text("people.answer", role=label, people=formats.number(len(named)), count=_total(named, "project_count")),
        _late(named),
    ]
    return text("sentences.sentence_end", said=text("people.clause_end").join(filter(None, parts)))


def figures(role: str, rows: "pd.DataFrame") -> list[KeyFigure]:
    """Return how many people there are, and of all projects those that moved, are due, are late, are stuck."""
    named, label = rows[rows["person_name"].notna()], terms.label("role", role)
    unnamed = int(rows["project_count"].sum() - named["project_count"].sum())
    moved = int(rows["moved_count"].sum()) if rows["moved_count"].notna().any() else None
    late = int(rows["late_count"].sum())
    unplanned = int(rows["unplanned_count"].sum())
    of_all = text("people.of_all", count=_total(rows, "project_count"))
    return [
        KeyFigure(
            label,
            formats.number(len(named)),
            text("people.persons"),
            text("people.unnamed_count", count=formats.number(unnamed)) if unnamed else text("people.all_named"),
            is_good=not unnamed,
        ),
        measured("moved_count", moved, text("people.no_ledger_before") if moved is None else of_all),
        measured("due_count", _total(rows, "due_count"), text("people.due_steps")),
        KeyFigure(
            column("late_count").label,
            formats.number(late),
            column("late_count").unit_label,
            formats.money(_sum(rows, "late_wan")) if late else _none_late(unplanned),
            is_good=False if late else not unplanned or None,
        ),
        measured("stuck_count", _total(rows, "stuck_count"), of_all),
    ]


def _late(named: "pd.DataFrame") -> str:
    late = int(named["late_count"].sum())
    unplanned = int(named["unplanned_count"].sum())
    if not late:
        key = "people.none_known_late" if unplanned else "people.none_is_late"
        more = {"unplanned": formats.number(unplanned)} if unplanned else {}
        return text(key, due=_total(named, "due_count"), **more)
    most = named.sort_values(["late_count", "late_wan"], ascending=False).iloc[0]
    return text(
        "people.late",
        count=formats.number(late),
        money=formats.money(_sum(named, "late_wan")),
        due=_total(named, "due_count"),
        name=most["person_name"],
        most=formats.number(int(most["late_count"])),
        most_money=formats.money(most["late_wan"]),
    )


def _none_late(unplanned: int) -> str:
    return text("people.unplanned", count=formats.number(unplanned)) if unplanned else text("people.none_late")


def _total(rows: "pd.DataFrame", name: str) -> int:
    return int(rows[name].sum())


def _sum(rows: "pd.DataFrame", name: str) -> float | None:
    """Return a sum, none where no row states the value."""
    return float(rows[name].sum()) if rows[name].notna().any() else None
