"""Charts of the enclaves: which unit brings how much to which park, and the two books of the units side by side."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from parkatlas import formats
from parkatlas.charts import style
from parkatlas.charts.labels import lines, stacked
from parkatlas.charts.labels import text as door
from parkatlas.charts.scale import Scale
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words import enclaves
from parkatlas.words.widths import clipped

_MOST_UNITS, _MOST_PARKS = 40, 16
_NAME_WIDTH, _PARK_LINES = 26, 3
_PARKS_WIDTH, _PARK_WIDTH = 100, 7  # columns for the names of all parks, at least for each
_TWO_LINES = 1.4  # the height of a row with its name in two lines
_BAR = 0.32
_DARK_CELL = 0.55  # from this part of the largest value on, figures are white


def matrix(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw introducing units (down) by parks (across), each cell as strong as its money; ``frame``: enclave_flows.

    Beyond forty units and sixteen parks the smaller ones are summed into one, which stands last and leads nothing.
    """
    look = style.Look(dark, large)
    rows = _folded(_folded(frame, "unit", _MOST_UNITS), "park", _MOST_PARKS)
    cells = rows.groupby(["unit", "park"], as_index=False, sort=False).agg(
        invested_wan=("invested_wan", lambda money: money.sum(min_count=1)),
        project_count=("project_count", "sum"),
        is_rest_unit=("is_rest_unit", "first"),
        is_rest_park=("is_rest_park", "first"),
    )
    units, parks = (_ranked(cells, side) for side in ("unit", "park"))
    scale = Scale("contract_wan", cells["invested_wan"])
    single = cells.loc[~cells["is_rest_unit"] & ~cells["is_rest_park"], "invested_wan"]
    strongest = max(single.max() if single.notna().any() else 0, 1)
    keys = [style.Key(look.ink.enclave, text("enclaves.of_cells", unit=scale.unit))]
    figure = style.figure(look, title, keys, look.row * max(len(units), 1))
    wide = cells.pivot_table(index="unit", columns="park", values="invested_wan", aggfunc="first", dropna=False)
    figure.add_heatmap(
        z=wide.reindex(index=units.index, columns=parks.index) / scale.divisor,
        x=list(range(len(parks))),
        y=list(range(len(units))),
        colorscale=[[0, look.ink.enclave_pale], [1, look.ink.enclave]],
        zmin=0,
        zmax=strongest / scale.divisor,
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )
    _label_cells(figure, look, cells, {"unit": units, "park": parks, "scale": scale, "strongest": strongest})
    wide_name = max(_PARKS_WIDTH // max(len(parks), 1), _PARK_WIDTH)
    names = ["<br>".join(lines(clipped(name, _PARK_LINES * wide_name), wide_name)) for name in parks.index]
    across = {"tickvals": list(range(len(parks))), "ticktext": names, "side": "top", "showline": False, "tickangle": 0}
    axis = style.axis(look, "") | across | {"range": [-0.5, len(parks) - 0.5]}
    figure.update_xaxes(axis, overwrite=True)
    room = round(_PARK_LINES * look.size * 1.35)  # for the names of the parks, which stand under the title
    figure.layout.height += room
    figure.layout.margin.t += room
    figures = [door(_amount(money, scale)) for money in units]
    style.name_rows(figure, look, [door(clipped(name, _NAME_WIDTH)) for name in units.index], figures)
    return figure


def largest(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the flows with the most money as bars, at most twelve, the park under the unit; ``frame``: enclave_flows."""
    look = style.Look(dark, large)
    rows = enclaves.largest_flows(frame)
    scale = Scale("contract_wan", rows["invested_wan"])
    height = round(look.row * _TWO_LINES * max(len(rows), 1))
    figure = style.figure(look, title, [], height)
    figure.add_bar(
        orientation="h",
        x=rows["invested_wan"] / scale.divisor,
        y=list(range(len(rows))),
        marker={"color": look.ink.enclave},
        hovertext=[stacked(_flow(row.unit_label, row.park_label), *_facts(row)) for row in rows.itertuples()],
        hoverinfo="text",
    )
    figure.update_xaxes(
        style.axis(look, text("trend.axis", label=column("invested_wan").label, unit=scale.unit), grid=True),
        overwrite=True,
    )
    names = [
        stacked(text("enclaves.from_unit", unit=clipped(unit, _NAME_WIDTH)), clipped(park, _NAME_WIDTH))
        for unit, park in zip(rows["unit_label"], rows["park_label"], strict=True)
    ]
    style.name_rows(figure, look, names, [door(_amount(money, scale)) for money in rows["invested_wan"]])
    return figure


def books(frame: pd.DataFrame, metric: str, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw of each unit what stands with it over what it is credited with; ``frame``: a metric's rows of enclave_books.

    The twenty-four units with the most in either book are drawn.
    """
    look = style.Look(dark, large)
    rows = enclaves.largest_books(frame)
    rows = rows.assign(slot=range(len(rows)))
    tones = {"local_value": look.ink.no_data, "credited_value": look.ink.enclave}
    keys = [style.Key(tone, column(name).label) for name, tone in tones.items()]
    scale = Scale(metric, frame[list(tones)].to_numpy())
    figure = style.figure(look, title, keys, round(look.row * 1.5 * max(len(rows), 1)))
    for name, side in zip(tones, (-1, 1), strict=True):
        figure.add_bar(
            orientation="h",
            x=rows[name] / scale.divisor,
            y=rows["slot"] + side * _BAR / 2,
            width=_BAR,
            marker={"color": tones[name]},
            hovertext=[_pointed_at(row, metric) for row in rows.itertuples()],
            hoverinfo="text",
        )
    figure.update_xaxes(scale.axis(look), overwrite=True)
    names = [door(clipped(enclaves.unit_name(row.unit_label), _NAME_WIDTH)) for row in rows.itertuples()]
    figures = [_both(row, scale, tones["credited_value"]) for row in rows.itertuples()]
    style.name_rows(figure, look, names, figures, list(rows["slot"]))
    figure.layout.barmode = "overlay"
    return figure


def _folded(frame: pd.DataFrame, side: str, most: int) -> pd.DataFrame:
    """Return the rows with their ``side`` by name, the smaller ones beyond ``most`` under one name."""
    sums = frame.groupby(f"{side}_id")["invested_wan"].sum().sort_values(ascending=False, kind="stable")
    kept = set(sums.index[: most if len(sums) <= most else most - 1])
    rest = text(f"enclaves.other_{side}s", count=len(sums) - len(kept))
    is_kept = frame[f"{side}_id"].isin(kept)
    return frame.assign(**{side: frame[f"{side}_label"].where(is_kept, rest), f"is_rest_{side}": ~is_kept})


def _ranked(cells: pd.DataFrame, side: str) -> "pd.Series[float]":
    """Return each name's money, the most first, the sum of the smaller ones last."""
    sums = cells.groupby([f"is_rest_{side}", side], sort=False)["invested_wan"].sum(min_count=1)
    ranked = sums.sort_values(ascending=False, na_position="last", kind="stable").sort_index(
        level=0, sort_remaining=False, kind="stable"
    )
    return ranked.droplevel(0)


def _label_cells(figure: go.Figure, look: style.Look, cells: pd.DataFrame, layout: dict[str, Any]) -> None:
    """Write into each cell its money, "—" where none is stated, white on what is dark."""
    scale = layout["scale"]
    deep = cells["invested_wan"].fillna(0) >= _DARK_CELL * layout["strongest"]
    figure.add_scatter(
        x=[layout["park"].index.get_loc(park) for park in cells["park"]],
        y=[layout["unit"].index.get_loc(unit) for unit in cells["unit"]],
        mode="text",
        text=[door(_amount(money, scale)) for money in cells["invested_wan"]],
        textfont={
            "size": look.size - 1,
            "color": [look.ink.on_strong if is_deep else look.ink.text for is_deep in deep],
        },
        hovertext=[stacked(_flow(cell.unit, cell.park), *_facts(cell)) for cell in cells.itertuples()],
        hoverinfo="text",
    )


def _flow(unit: object, park: object) -> str:
    return text("maps.flow", unit=unit, park=park)


def _facts(row: Any) -> list[str]:
    """Return money and number of a flow, each with its name."""
    return [
        f"{column('invested_wan').label} {formats.cell('invested_wan', row.invested_wan)}",
        f"{column('project_count').label} {formats.cell('project_count', int(row.project_count))}",
    ]


def _amount(money: object, scale: Scale) -> str:
    return scale.number(money) or formats.NONE  # type: ignore[arg-type]


def _value(metric: str, value: float) -> str:
    return formats.metric(metric, float(value))


def _both(row: Any, scale: Scale, tone: str) -> str:
    """Return both values at the end of a pair of bars, in the axis's unit, the credited one in its colour."""
    return f"{door(scale.number(row.local_value))}<br>{style.coloured(tone, scale.number(row.credited_value))}"


def _pointed_at(row: Any, metric: str) -> str:
    values = (
        f"{column(name).label} {_value(metric, getattr(row, name))}" for name in ("local_value", "credited_value")
    )
    return stacked(enclaves.unit_name(row.unit_label), *values)
