"""Pieces that pages are put together from: heading, figures, charts and tables with their exports, empty states."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from parkatlas import charts, colours, exports, formats, sheets, terms, words
from parkatlas.columns import Column, column
from parkatlas.messages import text
from parkatlas.ui.kit import filters, look, metric_tables, store
from parkatlas.ui.kit.markdown import html, plain

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

    from parkatlas.words import sentences


_Maker = Callable[[pd.DataFrame, words.Caption], bytes]
_ROWS_UNSCROLLED = 16
# Streamlit fits a column to its first rows only; these hold longer names further down.
_LONG_NAMES_PX = {
    "park_name": 165,
    "project_name": 220,
    "brought_names": 240,
    "entry_lack": 360,
    "threshold_source": 165,
    "layer_name": 125,
}


def heading(page: str, finding: str = "") -> None:
    """Draw a page's title, its grey line (day, basis, scope, source), the filter chips and the finding.

    Where figures count projects that the newest ledger leaves out, the page says so.
    """
    st.session_state["page"] = page
    st.title(text(f"pages.{page}"), anchor=False)
    st.caption(_source_line())
    filters.chips()
    _say_unreported(page)
    if finding:
        st.markdown(f"##### {plain(finding)}")


def _say_unreported(page: str) -> None:
    totals = store.rows("unreported_totals", **filters.current().params("unreported_totals"))
    count = int(totals["unreported_count"].iloc[0])
    if count and page != "imports":
        label = text("exports.unreported", count=count)
        st.page_link("pages/imports.py", label=label, icon=":material/playlist_remove:", width="content")


def nothing_found(kind: str) -> None:
    """Draw the empty state of a page: what is missing and where to get it."""
    with look.card(f"empty-{kind}"):
        st.markdown(f":material/inbox: **{plain(text(f'pages.empty_{kind}'))}**")
        st.caption(text(f"pages.empty_{kind}_cure"))
        st.page_link("pages/imports.py", label=text("pages.imports"), icon=":material/upload_file:", width="content")


def figures(key_figures: "Sequence[sentences.KeyFigure]", *, is_compact: bool = False) -> None:
    """Draw figures side by side: label, value with its unit small after it, comparison.

    ``is_compact`` draws them less high, for a page with a map or a long list below.
    """
    kind = "figures compact" if is_compact else "figures"
    st.html(f'<div class="{kind}">{"".join(map(_figure, key_figures))}</div>')


def draw_chart(block: sheets.Chart, **how: Any) -> None:
    """Draw a chart with its export as a picture; nothing without rows.

    ``how`` tells Streamlit what happens when a mark is clicked.
    """
    if block.rows.empty:
        return
    with look.card(f"chart-{block.key}", gap=None, height="stretch"):
        figure = block.figure(**look.style())
        st.plotly_chart(figure, key=f"chart-{block.key}", config=charts.CONFIG, theme=None, **how)
        lack = exports.lacking()
        st.download_button(
            text("pages.save_png"),
            partial(_picture, block),
            file_name=exports.file_name(block.caption, "png"),
            mime="image/png",
            key=f"png-{block.key}",
            icon=":material/image:",
            type="tertiary",
            on_click="ignore",
            disabled=bool(lack),
            help=text(lack) if lack else None,
        )


def draw_table(block: sheets.Table, rows: "Callable[[sheets.Table], object] | None" = None) -> None:
    """Draw a table under its title, with its exports; where it lists projects, a tick opens one.

    ``rows`` draws the rows in another way.
    """
    stamp = f" :red-badge[{terms.label('stamp', 'internal')}]" if block.caption.is_internal else ""
    st.subheader(f"{plain(block.caption.title)}{stamp}", anchor=False)
    if block.sentence:
        st.markdown(plain(block.sentence))
    if block.rows.empty:
        st.caption(plain(block.nothing or text("pages.no_rows")))
        return
    if block.note:
        st.caption(plain(block.note))
    if rows:
        rows(block)
    elif block.metric:
        metric_tables.of_metric(block)
    elif "project_id" in block.rows:
        projects_table(block.rows, list(block.columns), f"table-{block.key}")
    else:
        rows_table(block.rows[list(block.columns)], f"table-{block.key}", block.columns)
    downloads(block.key, block.caption, block.whole, is_too_long=block.is_too_long)


def downloads(key: str, caption: words.Caption, read: Callable[[], pd.DataFrame], *, is_too_long: bool = False) -> None:
    """Draw the downloads of a table, XLSX unless it is too long, and CSV; ``read`` gives its rows on a click."""
    with st.container(horizontal=True):
        for suffix, make in (("xlsx", exports.to_xlsx), ("csv", exports.to_csv)):
            st.download_button(
                text("pages.save_as", suffix=plain(suffix.upper())),
                partial(_made, make, read, caption),
                file_name=exports.file_name(caption, suffix),
                key=f"{suffix}-{key}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
                disabled=is_too_long and suffix == "xlsx",
                help=text("pages.too_long_for_xlsx") if is_too_long and suffix == "xlsx" else None,
            )


def rows_table(rows: pd.DataFrame, key: str, columns: "Mapping[str, Column] | None" = None, **how: Any) -> Any:
    """Draw rows with headers, units and decimals of the catalogue; returns what was selected, if that was asked."""
    how |= {
        "column_config": {
            name: configured(column) for name, column in (columns or sheets.catalogued(rows.columns)).items()
        },
        "hide_index": True,
    }
    height = "content" if len(rows) <= _ROWS_UNSCROLLED else "auto"
    return st.dataframe(_lit(worded(rows)), key=key, placeholder=formats.NONE, height=height, **how)  # type: ignore[call-overload]


def projects_table(rows: pd.DataFrame, columns: Sequence[str], key: str) -> None:
    """Draw a table of projects; a row that is ticked opens its project's page."""
    st.caption(text("places.tick_to_open"))
    ticked = rows_table(rows[list(columns)], key, on_select="rerun", selection_mode="single-row").selection.rows
    if ticked:
        st.switch_page("pages/project.py", query_params={"project": str(rows["project_id"].iloc[ticked[0]])})


def method(page: str) -> None:
    """Draw how a page's figures are made, folded."""
    with st.expander(text("pages.method"), icon=":material/functions:"):
        st.markdown(text(f"pages.method_{page}"))


def draw_facts(block: sheets.Facts) -> None:
    """Draw what is known of one thing in a card of its own."""
    with look.card(block.key, gap="small"):
        st.markdown(f"**{plain(block.caption.title)}**")
        fact_lines(block.pairs)


def facts(row: "pd.Series[object]", names: Sequence[str]) -> None:
    """Draw the facts of one park or project as label and value, one a line."""
    fact_lines([(column(name).label, formats.cell(name, row[name])) for name in names])


def fact_lines(pairs: Sequence[tuple[str, str]]) -> None:
    """Draw labels and values, one a line."""
    lines = (f"<dt>{html(label)}</dt><dd>{html(value)}</dd>" for label, value in pairs)
    st.html(f'<dl class="facts">{"".join(lines)}</dl>')


def _figure(figure: "sentences.KeyFigure") -> str:
    tone = {True: " good", False: " bad", None: ""}[figure.is_good]
    return (
        f'<div><div class="label">{html(figure.label)}</div>'
        f'<div class="value">{html(figure.value)}<span class="unit">{html(figure.unit)}</span></div>'
        f'<div class="compared{tone}">{html(figure.compared)}</div></div>'
    )


def _source_line() -> str:
    region = store.workspace().settings.region
    parts = [
        text("pages.as_of_day", day=formats.day(filters.as_of())),
        filters.basis_label(),
        filters.scope_words(),
        region.name,
    ]
    line = " · ".join(plain(part) for part in parts if part)
    return f"{line} :orange-badge[{text('pages.example_data')}]" if region.is_example else line


def _picture(block: sheets.Chart) -> bytes:
    """Draw a chart once more for a slide: light, in large type."""
    return exports.to_png(block.figure(large=True), block.caption)


def _made(make: _Maker, read: Callable[[], pd.DataFrame], caption: words.Caption) -> bytes:
    return make(read(), caption)


def worded(rows: pd.DataFrame) -> pd.DataFrame:
    """Return ``rows`` with the codes of vocabularies as words."""
    vocabularies = {name: column(name).vocabulary for name in rows.columns}
    words = {name: rows[name].map(_speaker(spoken)) for name, spoken in vocabularies.items() if spoken}
    return rows.assign(**words)


def _lit(rows: pd.DataFrame) -> "pd.DataFrame | Styler":
    """Return a table whose lamps, and the marks of conditions, bear their colour."""
    lit = [name for name in rows.columns if column(name).vocabulary == "lamp" or name.endswith("_check")]
    if not lit:
        return rows
    inks = {words.lamps.mark(t.code): colours.LAMP_TEXT[look.is_dark()][t.code] for t in terms.LAMPS}
    inks |= {mark: look.verdict_ink(code) for code, mark in words.siting_words.MARKS.items()}
    return rows.style.map(lambda cell: f"color: {inks[cell[0]]}" if str(cell)[:1] in inks else "", subset=lit)


def _speaker(vocabulary: str) -> Callable[[object], str | None]:
    """Return the function that words a code of a vocabulary for a table: its label, a lamp with its shape."""
    if vocabulary == "lamp":
        return words.lamps.word
    return partial(terms.label, vocabulary)


def configured(column: Column) -> object:
    """Return how Streamlit's table shows a column: unit in the header, numbers right-aligned with their decimals."""
    label, meaning = column.header, column.meaning
    if column.kind in ("number", "integer") and not column.name.endswith("year"):
        decimals = 0 if column.kind == "integer" else formats.DECIMALS[column.unit]
        pattern = "localized" if decimals == 0 else f"%,.{decimals}f"
        return st.column_config.NumberColumn(label, help=meaning, format=pattern)
    if column.kind == "date":
        return st.column_config.DateColumn(label, help=meaning, format="YYYY-MM-DD")
    if column.kind == "time":
        return st.column_config.DatetimeColumn(label, help=meaning, format="YYYY-MM-DD HH:mm")
    if column.kind == "boolean":
        return st.column_config.CheckboxColumn(label, help=meaning)
    return st.column_config.TextColumn(label, help=meaning, width=_width(column.name))


def _width(name: str) -> int | None:
    width = _LONG_NAMES_PX.get(name)
    return round(width * look.LARGER) if width and look.is_large() else width
