"""A proposed project in all parks compared: scores between parks, and the ranking of those that meet all conditions.

``parks``, ``industries`` and ``overlaps`` are as in ``conditions``. A park's score for a criterion is
100 × (value − worst) ÷ (best − worst) over all parks compared, its total their weighted mean; what a park does not
state counts 0, and a criterion in which no two parks differ counts for none.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from parkatlas import terms
from parkatlas.analysis import conditions
from parkatlas.analysis.conditions import DISTANCES, MISSING, PASS, SHORT, Need

CRITERIA = tuple(term.code for term in terms.SITING_CRITERIA)


@dataclass(frozen=True)
class Comparison:
    """One project in all parks: ``checked`` as ``checks``, ``measured`` as ``values``, ``scored`` as ``scores``.

    ``ranked`` as ``ranking``, and siting_place_usual, the rank under the usual weights.
    """

    need: Need
    parks: pd.DataFrame
    checked: pd.DataFrame
    measured: pd.DataFrame
    scored: pd.DataFrame
    ranked: pd.DataFrame

    @property
    def meeting(self) -> pd.DataFrame:
        """The rows of the parks that meet all conditions, the first first."""
        return self.ranked[self.ranked["siting_verdict"] == PASS]


def compare(
    need: Need,
    parks: pd.DataFrame,
    industries: pd.DataFrame,
    weights: tuple[Mapping[str, float], Mapping[str, float]],
    overlaps: pd.DataFrame | None = None,
) -> Comparison:
    """Compare all parks for one project; ``weights`` are those chosen and the usual ones."""
    checked, measured = conditions.checks(need, parks, overlaps), values(need, parks, industries)
    verdicts, scored = conditions.verdicts(checked), scores(measured)
    ranked = ranking(verdicts, checked, scored, weights[0])
    usual = ranks(verdicts, total(scored, weights[1])).reindex(ranked.index)
    return Comparison(need, parks, checked, measured, scored, ranked.assign(siting_place_usual=usual))


def values(need: Need, parks: pd.DataFrame, industries: pd.DataFrame) -> pd.DataFrame:
    """Return what parks are scored by, one row per park id: a column for each criterion and each distance."""
    same = industries[industries["industry_name"].isin(need.industries)]
    counts = same.groupby("park_id")["project_count"].sum()
    ids = parks["park_id"]
    columns = {
        "agglomeration": counts.reindex(ids).fillna(0).to_numpy(dtype=float),
        **{name: parks[name].to_numpy(dtype=float, na_value=np.nan) for name in DISTANCES},
        "land_price": parks["land_price_wan_per_mu"].to_numpy(dtype=float, na_value=np.nan),
        "free_land": parks["available_mu"].to_numpy(dtype=float, na_value=np.nan),
        "progress": parks["progress_pct"].to_numpy(dtype=float, na_value=np.nan),
    }
    return pd.DataFrame(columns, index=pd.Index(ids, name="park_id"))


def scores(measured: pd.DataFrame) -> pd.DataFrame:
    """Return the scores 0–100 of ``values``, a column for each criterion.

    A park has none where it does not state the value, nobody has where no two parks differ.
    """
    near = pd.DataFrame({name: _scaled(-measured[name]) for name in DISTANCES})
    near = near.dropna(axis=1, how="all")
    transport = near.fillna(0).mean(axis=1).where(near.notna().any(axis=1)) if near.shape[1] else np.nan
    return pd.DataFrame(
        {
            "agglomeration": _scaled(measured["agglomeration"]),
            "transport": transport,
            "land_price": _scaled(-measured["land_price"]),
            "free_land": _scaled(measured["free_land"]),
            "progress": _scaled(measured["progress"]),
        },
        index=measured.index,
    )


def contributions(scored: pd.DataFrame, weights: Mapping[str, float]) -> pd.DataFrame:
    """Return what each criterion adds to a park's total: a column for each with a weight that tells parks apart."""
    used = [name for name in CRITERIA if weights[name] and scored[name].notna().any()]
    shares = np.array([weights[name] for name in used], dtype=float)
    return scored[used].fillna(0) * (shares / shares.sum())


def total(scored: pd.DataFrame, weights: Mapping[str, float]) -> "pd.Series[float]":
    """Return each park's weighted mean of its scores, 0 to 100; none where no criterion tells parks apart."""
    return contributions(scored, weights).sum(axis=1, min_count=1)


def ranks(verdicts: "pd.Series[str]", totals: "pd.Series[float]") -> "pd.Series[float]":
    """Return the ranks of the parks where all conditions hold, by total; ties share one. Others have none."""
    competing = totals.where(verdicts == PASS)
    if (verdicts == PASS).sum() == 1:
        competing = (verdicts == PASS).astype(float).where(verdicts == PASS)
    return competing.round(9).rank(ascending=False, method="min")


def ranking(
    verdicts: "pd.Series[str]", checked: pd.DataFrame, scored: pd.DataFrame, weights: Mapping[str, float]
) -> pd.DataFrame:
    """Return one row per park: siting_verdict, total, siting_place, failed_count.

    The recommended come first; of those that fail, the ones whose industry fits.
    """
    is_short = checked["verdict"].eq(SHORT)
    failed = is_short.groupby(checked["park_id"]).sum()
    failed_industry = (is_short & checked["condition"].eq("industry")).groupby(checked["park_id"]).any()
    totals = total(scored, weights)
    rows = pd.DataFrame(
        {
            "siting_verdict": verdicts,
            "total": totals,
            "siting_place": ranks(verdicts, totals),
            "failed_count": failed,
            "order": verdicts.map({PASS: 0, MISSING: 1, SHORT: 2}),
            "misfit": failed_industry,
        }
    ).reindex(scored.index)
    by = ["order", "siting_place", "misfit", "failed_count", "total"]
    return rows.sort_values(by, ascending=[True, True, True, True, False], kind="stable").drop(
        columns=["order", "misfit"]
    )


def _scaled(column: "pd.Series[float]") -> "pd.Series[float]":
    """Return where each value lies between the lowest (0) and the highest (100); none where all are the same."""
    low, high = column.min(), column.max()
    return 100 * (column - low) / (high - low) if high > low else pd.Series(np.nan, column.index)
