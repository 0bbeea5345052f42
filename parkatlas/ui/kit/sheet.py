"""A sheet drawn on its page: heading, choices, figures, its blocks in their order, and how they are made."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

import streamlit as st

from parkatlas import sheets
from parkatlas.ui.kit import panels
from parkatlas.ui.kit.markdown import plain

# Draws a block in a way of the page's own: a map, choices, a chart whose marks can be clicked.
Drawer = Callable[[Any], object]


def draw(
    sheet: sheets.Sheet,
    own: Mapping[str, Drawer] | None = None,
    above: Callable[[], object] | None = None,
    *,
    is_compact: bool = False,
    is_told_below: bool = False,
) -> None:
    """Draw a sheet; ``own`` draws blocks by their keys, ``above`` the choices over the figures.

    ``is_compact`` draws the figures less high; ``is_told_below`` puts the finding below the choices, with the figures,
    in a slot that is drawn even when empty: the browser would else make a map below it anew.
    """
    panels.heading(sheet.page, "" if is_told_below else sheet.finding)
    if above:
        above()
    if sheet.lacks:
        panels.nothing_found(sheet.lacks)
    if not sheet.blocks:
        return
    with st.container(key="told") if is_told_below else nullcontext():
        if is_told_below and sheet.finding:
            st.markdown(f"##### {plain(sheet.finding)}")
        if sheet.figures or not is_told_below:
            panels.figures(sheet.figures, is_compact=is_compact)
    blocks(sheet.blocks, own)
    panels.method(sheet.page)


def blocks(sequence: Sequence[Any], own: Mapping[str, Drawer] | None = None) -> None:
    """Draw blocks one under the other."""
    for block in sequence:
        key = getattr(block, "key", "")
        if own and key in own:
            own[key](block)
        else:
            _block(block, own)


def _block(block: sheets.Block, own: Mapping[str, Drawer] | None) -> None:
    match block:
        case sheets.Chart():
            panels.draw_chart(block)
        case sheets.Table():
            panels.draw_table(block)
        case sheets.Text():
            _text(block)
        case sheets.Facts():
            panels.draw_facts(block)
        case sheets.Pair():
            for slot, side in zip(st.columns(block.widths), (block.left, block.right), strict=True):
                with slot:
                    blocks(side, own)
        case sheets.Group():
            with st.container():
                blocks(block.blocks, own)


def _text(block: sheets.Text) -> None:
    icon = f":material/{block.icon}: " if block.icon else ""
    words = plain(block.words)
    match block.kind:
        case "finding":
            st.markdown(f"##### {words}")
        case "part":
            st.header(words, anchor=False, divider="gray")
        case "heading":
            st.subheader(words, anchor=False)
        case "label":
            st.markdown(f"**{words}**")
        case "warning":
            st.warning(words, icon=":material/warning:")
        case "prose":
            st.markdown(f"{icon}{words}")
        case _:
            st.caption(f"{icon}{words}")
