"""What pages ask: queries within the shared filters, the shapes of parks and units, and what layers say of both."""

from typing import TYPE_CHECKING, Any

from parkatlas import terms
from parkatlas.sheets.asking import MOST_ROWS, Asking
from parkatlas.sheets.computed import Computed
from parkatlas.sheets.park import row_of
from parkatlas.ui.kit import filters, store

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd
    import pandas as pd


__all__ = ["MOST_ROWS"]


class Kept(Computed):
    """Answers computed within a scope, kept until the data change."""

    def overlaps(self) -> "pd.DataFrame":
        """Return the land that parks share with constraint layers."""
        return store.overlaps(self.scope.as_of)

    def nearest_parks(self) -> "pd.DataFrame":
        """Return how far each constraint layer is from the nearest park."""
        return store.nearest_parks(self.scope.as_of)

    def touched(self, parks: list[str] | None = None) -> "pd.DataFrame":
        """Return the projects in scope that constraint layers touch, or those of some parks."""
        return store.touched(**self.scope.params("projects") | ({"parks": parks} if parks else {}))


def asking(computed: type[Computed] = Kept) -> Asking:
    """Return the questions within the shared filters; small results are kept until the data change."""
    choices = store.choices(filters.as_of())
    return Asking.of(store.workspace(), filters.current(), store.rows, choices, computed)


def ask(name: str, **params: object) -> "pd.DataFrame":
    """Run a query with ``params`` and those of the shared filters that it declares; small results only."""
    return store.rows(name, **within(name) | params)


def ask_whole(name: str, **params: object) -> "pd.DataFrame":
    """Run a query as ``ask`` does, for an export: every row, and not kept."""
    return store.workspace().ask(name, **within(name) | params)


def park(name: str, park_id: str) -> "pd.Series[Any] | None":
    """Return one park's row of a query that has a row per park; None where it is unknown."""
    return row_of(asking(), name, park_id)


def project(project_id: str) -> "pd.DataFrame":
    """Return one project's row, whatever the filters of lists leave out, dropped ones too; none where it is unknown."""
    chosen = filters.current()
    usual = {"as_of": chosen.as_of, "basis": chosen.basis, "threshold": chosen.threshold}
    return store.rows("projects", **usual, project_id=project_id, stages=[*(term.code for term in terms.STAGES), ""])


def within(name: str) -> dict[str, object]:
    """Return what the shared filters say of the parameters that a query declares."""
    return filters.current().params(name)


def boundaries(day: "date | None" = None) -> "gpd.GeoDataFrame":
    """Return one row per park with polygons: park_id, park_name, geometry in EPSG:4326; of the page's day for None."""
    return store.workspace().boundaries(day or filters.as_of())


def outlines(day: "date | None" = None) -> "gpd.GeoDataFrame":
    """Return one row per unit with a territory, of the page's day for None: id, name, kind, geometry in EPSG:4326."""
    return store.workspace().outlines(day or filters.as_of())


def layers(day: "date | None" = None) -> "gpd.GeoDataFrame":
    """Return one row per patch of a constraint layer (``Workspace.layers``); of the page's day for None."""
    return store.workspace().layers(day or filters.as_of())


def threshold() -> float:
    """Return the default entry threshold of the workspace, 万元/亩."""
    return store.workspace().settings.entry.threshold_wan_per_mu
