"""Who is first, who is last, who climbed and who fell, in words and figures."""

from typing import TYPE_CHECKING

from parkatlas import formats, terms
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

_NAME_WIDTH = 24
_LEADERS = 3
_NAMED = 2


def finding(rows: "pd.DataFrame") -> str:
    """Say who is first of each group by the first metric that ranks it (rows of ``queries/ranks``)."""
    clauses = []
    for group in terms.RANKED_GROUPS:
        own = rows[(rows["ranked_group"] == group.code) & (rows["place"] == 1)]
        metric = next((term.code for term in terms.TARGET_METRICS if (own["metric"] == term.code).any()), None)
        if metric is not None:
            first = own[own["metric"] == metric]
            facts = {"group": group.label, "metric": terms.label("metric", metric)}
            facts |= {"done": formats.metric(metric, float(first["done_value"].iloc[0])), "names": _names(first)}
            key = "ranks.first_of_group" if len(first) == 1 else "ranks.first_shared"
            clauses.append(text(key, **facts))
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join(clauses)) if clauses else ""


def figures(rows: "pd.DataFrame") -> list[KeyFigure]:
    """Return at most five figures of a group by a metric: first and last with any, who moved most, how many at 0."""
    placed = rows[rows["place"].notna()]
    if placed.empty:
        return []
    none, some = placed[placed["done_value"] == 0], placed[placed["done_value"] != 0]
    ends = dict.fromkeys((some["place"].min(), some["place"].max())) if len(some) else ()
    key_figures = [_brought(some[some["place"] == rank]) for rank in ends]
    moved = placed["places_risen"]
    if (moved > 0).any():
        key_figures.append(_moved(text("ranks.rose_most"), placed[moved == moved.max()], is_good=True))
    if (moved < 0).any():
        key_figures.append(_moved(text("ranks.fell_most"), placed[moved == moved.min()], is_good=False))
    value, unit = formats.metric_parts("project_count", len(none))
    return [*key_figures, KeyFigure(text("ranks.brought_none"), value, unit, _names(none), is_good=none.empty)]


def _brought(rows: "pd.DataFrame") -> KeyFigure:
    row = rows.iloc[0]
    label = text("ranks.at_place" if len(rows) == 1 else "ranks.at_shared_place", place=int(row["place"]))
    return KeyFigure(label, *formats.metric_parts(str(row["metric"]), float(row["done_value"])), _names(rows))


def _moved(label: str, rows: "pd.DataFrame", *, is_good: bool) -> KeyFigure:
    return KeyFigure(label, str(risen(rows["places_risen"].iloc[0])), "", _names(rows), is_good=is_good)


def _names(rows: "pd.DataFrame") -> str:
    """Return the first names, and of how many; "—" of nobody."""
    names = [clipped(name, _NAME_WIDTH) for name in rows["ranked_name"]]
    listed = text("ranks.list_comma").join(names[:_NAMED])
    return text("ranks.and_more", names=listed, count=len(names)) if len(names) > _NAMED else listed or formats.NONE


def league_title(frame: "pd.DataFrame") -> str:
    """Return who is first and who climbed most, and what share the first three brought; rows of a group and metric."""
    placed = frame[frame["place"].notna()]
    metric = str(frame["metric"].iloc[0])
    if placed.empty:
        return text("ranks.nobody", metric=terms.label("metric", metric))
    first, total = placed.iloc[0], float(placed["done_value"].sum())
    leading = placed[placed["place"] == first["place"]]
    sentence = text(
        "ranks.first" if len(leading) == 1 else "ranks.at_first_shared",
        metric=terms.label("metric", metric),
        names=_names(leading),
        place=int(first["place"]),
        done=formats.metric(metric, float(first["done_value"])),
    )
    is_whole = len(placed) == first["place_count"]
    if is_whole and len(placed) > _LEADERS and (placed["done_value"] >= 0).all():
        share = formats.quantity(100 * float(placed["done_value"].head(_LEADERS).sum()) / total, "%")
        group = terms.label("ranked_group", str(frame["ranked_group"].iloc[0]))
        sentence += text("ranks.first_three", count=_LEADERS, share=share, group=group)
    return sentence


def risen(ranks: object) -> str | None:
    """Return how many ranks one rose or fell, by arrow and number; None where that is not known."""
    if formats.is_none(ranks):
        return None
    moved = int(ranks)  # type: ignore[call-overload]
    return f"{'↑' if moved > 0 else '↓'} {abs(moved)}" if moved else "0"
