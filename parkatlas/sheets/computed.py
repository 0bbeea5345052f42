"""What sheets show that no query answers: land shared with constraint layers, and how industries cluster."""

from typing import TYPE_CHECKING, Any

from parkatlas import terms
from parkatlas.analysis import clustering, constraints
from parkatlas.messages import text

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd
    import pandas as pd

    from parkatlas.analysis.clustering import Checkup, Picture, Rule
    from parkatlas.analysis.clustering.neighbours import Likeness
    from parkatlas.sheets.asking import Scope


class Computed:
    """Answers computed of whole lists and of shapes within a scope, each anew: pages keep them in a class of their own.

    ``workspace`` is a ``parkatlas.workspace.Workspace``. The day is that of the scope; a picture may be of another.
    """

    def __init__(self, workspace: Any, scope: "Scope") -> None:
        self.workspace, self.scope = workspace, scope

    def overlaps(self) -> "pd.DataFrame":
        """Return the land that parks share with constraint layers (``analysis.constraints.of_parks``), of all parks."""
        day = self.scope.as_of
        return constraints.of_parks(self.workspace.boundaries(day), self.workspace.layers(day))

    def forbidden(self) -> "pd.DataFrame | None":
        """Return what each drawn park shares with layers that forbid building; None where no such layer is in force."""
        kinds = self.workspace.layers(self.scope.as_of)["layer_kind"]
        if not kinds.isin(terms.FORBIDDING_LAYERS).any():
            return None
        shared = self.overlaps()
        forbidding = shared.loc[shared["layer_kind"].isin(terms.FORBIDDING_LAYERS), ["park_id", "overlap_mu"]]
        drawn = self.workspace.boundaries(self.scope.as_of)[["park_id"]]
        return drawn.merge(forbidding, how="left").fillna({"overlap_mu": 0})

    def nearest_parks(self) -> "pd.DataFrame":
        """Return how far each constraint layer is from the nearest park (``analysis.constraints.nearest_parks``)."""
        day = self.scope.as_of
        return constraints.nearest_parks(self.workspace.boundaries(day), self.workspace.layers(day))

    def touched(self, parks: list[str] | None = None) -> "pd.DataFrame":
        """Return the projects in scope that constraint layers touch, or those of some parks."""
        params = self.scope.params("projects") | ({"parks": parks} if parks else {})
        return constraints.of_projects(
            self.workspace.ask("projects", **params), self.workspace.layers(self.scope.as_of)
        )

    def units(self) -> "gpd.GeoDataFrame":
        """Return one row per unit with a territory (``Workspace.outlines``)."""
        outlines: gpd.GeoDataFrame = self.workspace.outlines(self.scope.as_of)
        return outlines

    def checkup(self, area: str) -> "Checkup":
        """Test every industry and every area (park | unit) against chance."""
        return clustering.checked(self._clustered(area), list(self.units().geometry))

    def picture(self, area: str, industry: str, rule: "Rule", as_of: "date | None" = None) -> "Picture":
        """Lay an industry's projects and clusters on the ground, as of another day where one is given."""
        day, rows = as_of or self.scope.as_of, self._clustered(area, as_of)
        shapes = [*self.workspace.outlines(day).geometry, *self.workspace.boundaries(day).geometry]
        return clustering.picture.drawn(rows, industry, rule, clustering.Ground.around(shapes, rows))

    def likeness(self, area: str, industry: str) -> "tuple[Likeness, list[str]]":
        """Compare an industry's share among neighbours, with the areas' names: townships of units, hexagons else."""
        rows, units, elsewhere = self._clustered(area), self.units(), text("clusters.elsewhere")
        if area == "unit" and len(units):
            return clustering.neighbours.of_units(rows, industry, units)
        return clustering.neighbours.of_hexagons(rows, industry, units, elsewhere)

    def _clustered(self, area: str, as_of: "date | None" = None) -> "pd.DataFrame":
        rows: pd.DataFrame = self.workspace.ask("cluster_projects", **self._of_clusters(area, as_of))
        return rows

    def _of_clusters(self, area: str, as_of: "date | None" = None) -> dict[str, object]:
        """Return the parameters of the query ``cluster_projects``."""
        return self.scope.params("cluster_projects") | {"area": area} | ({"as_of": as_of} if as_of else {})
