"""What a shape drawn on the map holds, in a sentence and in figures."""

from typing import TYPE_CHECKING

from parkatlas import formats, measures
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure
from parkatlas.words.widths import clipped

if TYPE_CHECKING:
    import pandas as pd

MOST_PARTS = 14  # in the chart below the map
_NAME_WIDTH = 20


def finding(kind: str, fault: str, area_m2: float, count: int) -> str:
    """Say how large a shape (polygon or circle) is and how many projects it holds, or why it can hold none."""
    if fault:
        return text(f"inside.fault_{fault}")
    area = formats.quantity(area_m2 / measures.SQUARE_METRES_PER_MU, "亩")
    return text("inside.finding", kind=text(f"inside.{kind}"), area=area, count=formats.number(count))


def figures(totals: "pd.DataFrame") -> list[KeyFigure]:
    """Return five figures of the projects inside (a row of ``overview_totals``)."""
    total = totals.iloc[0]
    reached = text("inside.reached", reached=int(total["reached_count"]), judged=int(total["judged_count"]))
    return [
        KeyFigure(
            column("project_count").label,
            formats.number(int(total["project_count"])),
            column("project_count").unit_label,
            text("inside.signed", count=int(total["signed_count"])),
        ),
        KeyFigure(column("invested_wan").label, *formats.money_parts(total["invested_wan"])),
        KeyFigure(column("contract_wan").label, *formats.money_parts(total["contract_wan"])),
        KeyFigure(column("land_mu").label, formats.number(total["land_mu"], "亩"), column("land_mu").unit_label),
        KeyFigure(
            column("intensity_wan_per_mu").label,
            formats.number(total["intensity_wan_per_mu"], "万元/亩"),
            column("intensity_wan_per_mu").unit_label,
            reached,
        ),
    ]


def by_part_title(parts: "pd.DataFrame", attribute: str) -> str:
    """Return which value most projects have, and what share of all (rows of ``project_parts`` with their ``name``)."""
    if parts.empty:
        return ""
    total = int(parts["project_count"].sum())
    most = parts.loc[parts["project_count"].idxmax()]
    left_out = len(parts) - MOST_PARTS
    sentence = text(
        "inside.parts",
        attribute=column(attribute).label,
        name=clipped(most["name"], _NAME_WIDTH),
        count=formats.number(int(most["project_count"])),
        share=formats.quantity(100 * int(most["project_count"]) / total, "%"),
    )
    return sentence + text("inside.left_out", count=left_out) if left_out > 0 else sentence
