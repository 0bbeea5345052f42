"""The table of a file of any format that holds tables."""

from importlib import import_module

from parkatlas.filetypes import KINDS, FileFormat, listed
from parkatlas.intake.sheets import Sheet
from parkatlas.intake.sniff import sniff
from parkatlas.intake.source import Source


def read(source: Source, kind: str, sniffed: FileFormat | None = None) -> Sheet:
    """Return the one table of this kind; refuses files of other content."""
    sniffed = sniffed or sniff(source)
    if sniffed.is_drawn:
        formats = listed(KINDS[kind].formats)
        raise source.book.refused("not_a_table", content=sniffed.code, kind=kind, formats=formats)
    # Each format's reader only when it is needed.
    sheet: Sheet = import_module(f"parkatlas.intake.{sniffed.reader}").read(source, kind, sniffed)
    return sheet
