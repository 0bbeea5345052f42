"""Charts: query results as Plotly figures, by pure functions; no name ever becomes markup, template or formula."""

from parkatlas.charts import intensity, overview, peers, structure
from parkatlas.charts.labels import text
from parkatlas.charts.style import CONFIG

__all__ = ["CONFIG", "intensity", "overview", "peers", "structure", "text"]
