"""How every chart looks: colours by meaning, sizes legible in a meeting room, titles broken between clauses."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import plotly.graph_objects as go

from parkatlas import colours
from parkatlas.charts.labels import lines, text
from parkatlas.words.widths import width

if TYPE_CHECKING:
    from collections.abc import Sequence

FONTS = "Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif"

# For ``st.plotly_chart(figure, config=CONFIG)``: no logo, no tools that only confuse, and "$" never means TeX.
CONFIG = {"displayModeBar": False, "displaylogo": False, "typesetMath": False, "scrollZoom": False}


# What half a page at 1440 px holds of a title or a legend, in px.
_ROOM_PX = 470
_MARK_WIDTH = 5


@dataclass(frozen=True)
class Look:
    """One way of showing: which theme, and whether for a desk or for the back of a meeting room (``large``)."""

    dark: bool = False
    large: bool = False

    @property
    def ink(self) -> colours.Ink:
        """The theme's colours."""
        return colours.DARK if self.dark else colours.LIGHT

    @property
    def size(self) -> int:
        """Size of all text but the title, in px."""
        return 20 if self.large else 14

    @property
    def title_size(self) -> int:
        """Size of the finding, in px."""
        return 28 if self.large else 18

    @property
    def row(self) -> int:
        """Height of one bar with its gap, in px."""
        return 42 if self.large else 30


class Key(NamedTuple):
    """One entry of the legend under a title: a mark in its colour and what it means, in plain words."""

    colour: str
    label: str
    mark: str = "■"


def figure(look: Look, title: str, keys: "Sequence[Key]", plot_height: int) -> go.Figure:
    """Return an empty figure whose ``title`` (plain words) stands over its legend.

    ``plot_height`` is the height of the plotting area in px; margins for title, legend and axis come on top.
    """
    ink = look.ink
    heading, legend = lines(title, _columns(look.title_size)), _legend(keys, _columns(look.size))
    top = round(len(heading) * look.title_size * 1.35 + len(legend) * look.size * 1.35 + look.size * 0.6 + 28)
    bottom = round(look.size * 4)
    # Plotly lifts a title of several lines by half a line.
    drop = 14 + (look.title_size * 0.65 if len(heading) > 1 else 0)
    layout = go.Layout(
        template=go.layout.Template(),
        height=plot_height + top + bottom,
        margin={"l": 16, "r": 16, "t": top, "b": bottom},
        paper_bgcolor=ink.ground,
        plot_bgcolor=ink.ground,
        font={"family": FONTS, "size": look.size, "color": ink.text},
        title={
            "text": "<br>".join(heading),
            "font": {"size": look.title_size, "color": ink.text, "weight": 600},
            "subtitle": {"text": "<br>".join(legend), "font": {"size": look.size, "color": ink.secondary}},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": 16, "t": drop},
        },
        showlegend=False,
        bargap=0.32,
        dragmode=False,
        hovermode="closest",
        hoverlabel={
            "bgcolor": ink.ground,
            "bordercolor": ink.hairline,
            "font": {"family": FONTS, "size": look.size, "color": ink.text},
            "align": "left",
        },
    )
    return go.Figure(layout=layout)


def _columns(size: int) -> int:
    """Return how many columns a line of this size has room for; a Chinese character takes two, as wide as high."""
    return 2 * _ROOM_PX // size


def _legend(keys: "Sequence[Key]", columns: int) -> list[str]:
    """Return the entries of a legend as markup, in as many lines of ``columns`` as they need."""
    rows: list[str] = []
    room = 0
    for key in keys:
        needed = width(key.label) + _MARK_WIDTH
        entry = f"{coloured(key.colour, key.mark)} {text(key.label)}"
        if rows and needed <= room:
            rows[-1] += f"\u2003{entry}"
        else:
            rows.append(entry)
            room = columns
        room -= needed
    return rows


def axis(look: Look, title: str, *, grid: bool = False) -> dict[str, object]:
    """Return the settings of an axis named ``title`` (label and unit), quiet, with muted grid lines where asked.

    Set them with ``overwrite=True``: to merge them with nothing takes Plotly twelve times as long.
    """
    ink = look.ink
    return {
        "title": {"text": text(title), "font": {"size": look.size, "color": ink.secondary}, "standoff": 8},
        "tickfont": {"size": look.size, "color": ink.secondary if grid else ink.text},
        "showgrid": grid,
        "gridcolor": ink.hairline,
        "zeroline": False,
        "showline": not grid,
        "linecolor": ink.hairline,
        "ticks": "",
        "fixedrange": True,
        "automargin": True,
        "separatethousands": True,
    }


def name_rows(
    figure: go.Figure, look: Look, names: list[str], figures: list[str], slots: "Sequence[float] | None" = None
) -> None:
    """Name the rows of a ranking at the left and give their figures at the right (both markup).

    ``slots`` are where the rows lie, from the top; where none are given, the ``y`` of the first trace.
    """
    slots = figure.data[0].y if slots is None else slots
    span = [max([0, *slots]) + 0.5, -0.5]
    shared = {**axis(look, ""), "range": span, "tickvals": slots}
    figure.update_layout(
        yaxis={**shared, "ticktext": names},
        yaxis2={**shared, "ticktext": figures, "overlaying": "y", "side": "right", "showline": False},
        overwrite=True,
    )
    # An axis is drawn only where a trace lies on it.
    figure.add_scatter(x=[None], y=[None], yaxis="y2", hoverinfo="skip")


def coloured(colour: str, words: str) -> str:
    """Return plain ``words`` as markup in a colour."""
    return f'<span style="color:{colour}">{text(words)}</span>'
