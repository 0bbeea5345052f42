"""What every page is put together from: choices and filters, questions asked, headings, figures, tables, charts."""

__all__ = [
    "address",
    "choice",
    "data",
    "drafts",
    "filters",
    "fragments",
    "listing",
    "look",
    "markdown",
    "metric_tables",
    "panels",
    "sheet",
    "store",
    "styles",
]
