"""The table of a file of any format that holds tables."""

from parkatlas.intake.sheets import Sheet
from parkatlas.intake.sniff import TABLES, sniff
from parkatlas.intake.source import Source


def read(source: Source, kind: str, content: str | None = None) -> Sheet:
    """Return the one table of this kind; refuses files of other content."""
    content = content or sniff(source)
    if content == "csv":
        from parkatlas.intake import csvs  # noqa: PLC0415 - each format's reader only when it is needed

        return csvs.read(source, kind)
    if content in TABLES:
        from parkatlas.intake import workbooks  # noqa: PLC0415 - as above

        return workbooks.read(source, content, kind)
    raise source.book.refused("not_a_table", content=content, kind=kind)
