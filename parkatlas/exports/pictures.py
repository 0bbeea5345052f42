"""Charts as pictures, drawn without a network, with what they show written under them."""

import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import plotly.graph_objects as go
from choreographer.browsers.chromium import Chromium

from parkatlas.charts import text as door
from parkatlas.errors import PictureUnavailable
from parkatlas.exports.studio import Studio

if TYPE_CHECKING:
    from parkatlas.words import Caption


def to_png(
    figure: go.Figure, caption: "Caption", *, width: int = 1200, height: int | None = None, scale: float = 2
) -> bytes:
    """Return ``figure`` with the caption under it as PNG, ``width`` × ``height`` px times ``scale``.

    Without ``height`` the figure's own is taken. Safe to call from many threads. Raises PictureUnavailable, whose text
    is the key of a message, where no Chromium or no Chinese font is to be had.
    """
    lack = lacking()
    if lack:
        raise PictureUnavailable(lack)
    options = {"format": "png", "width": width, "height": height, "scale": scale}
    return _studio().draw(_captioned(figure, caption).to_dict(), options)


def lacking() -> str:
    """Return the key of a message: what this machine lacks to draw pictures, browser or Chinese font; else empty."""
    if Chromium.find_browser(skip_local=False) is None:
        return "exports.no_browser"
    return "" if _has_chinese_font() else "exports.no_chinese_font"


def _captioned(figure: go.Figure, caption: "Caption") -> go.Figure:
    """Return a copy of ``figure`` with the caption's line at the lower left of the picture.

    Of all that Plotly draws only titles and legends can be placed within the whole picture instead of the plot, whose
    margins it finds by itself. The title is taken, so the caption is the title of a legend of its own.
    """
    copy = go.Figure(figure)
    font = copy.layout.title.subtitle.font
    room = round(font.size * 2)
    copy.update_traces(showlegend=False)
    copy.add_scatter(x=[None], y=[None], name="", legend="legend2", showlegend=True, line={"color": "rgba(0,0,0,0)"})
    copy.update_layout(
        showlegend=True,
        height=copy.layout.height + room,
        margin={"b": copy.layout.margin.b + room},
        legend2={
            "title": {"text": door(caption.line), "font": {"color": font.color, "size": font.size}},
            "orientation": "h",
            "bgcolor": "rgba(0,0,0,0)",
            "xref": "container",
            "yref": "container",
            "x": 0.01,
            "y": 0.01,
            "xanchor": "left",
            "yanchor": "bottom",
        },
    )
    return copy


@cache
def _studio() -> Studio:
    return Studio()


@cache
def _has_chinese_font() -> bool:
    """Tell whether fontconfig knows a Chinese font; where there is no fontconfig, the system brings one."""
    lister = shutil.which("fc-list")
    if lister is None:
        return True
    listed = subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, check=False, timeout=30)  # noqa: S603 - no input
    return bool(listed.stdout.strip())
