"""The hard conditions of a site: a proposed project checked against what every park offers, each with its margin.

``parks`` are rows of ``queries/siting_parks``, ``industries`` of ``queries/siting_industries``, ``overlaps`` how much
of each park that is drawn lies under layers that forbid building (park_id, overlap_mu; None: no such layer is in
force). A condition holds (pass), fails (short) or cannot be told (missing).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from parkatlas import terms

PASS, MISSING, SHORT = (term.code for term in terms.SITING_VERDICTS)
DISTANCES = ("motorway_km", "rail_km", "port_km", "airport_km")

# As queries measure intensity: 110 万元 on 1.1 亩 is 100, not the 99.99… of binary division.
_DECIMALS = 6
_CODE = re.compile(r"[A-T]?(\d{2,4})")
_SEPARATORS = re.compile(r"[、,，;；/ ]+")


@dataclass(frozen=True)
class Need:
    """What a project asks for: the local industries it counts as (none: not known), money, land, and more.

    Money and land are one number, or one for each park.
    """

    industries: tuple[str, ...] = ()
    fai_wan: "float | pd.Series[float] | None" = None
    land_mu: "float | pd.Series[float] | None" = None
    in_one_piece: bool = True
    utilities: tuple[str, ...] = ()
    most_km: Mapping[str, float] = field(default_factory=dict)


def of_code(code: str, industries: pd.DataFrame) -> tuple[str, ...] | None:
    """Return the local industries under which projects of a GB/T 4754-2017 code stand in the ledger.

    Those of its class, else of its group, else of its division; None where the standard has no such division.
    """
    match = _CODE.fullmatch(code.strip().upper())
    divisions = {term.code for term in terms.INDUSTRY_DIVISIONS}
    if match is None or match[1][:2] not in divisions:
        return None
    codes = industries["industry_code"].fillna("").str.extract(r"(\d+)", expand=False).fillna("")
    for length in range(len(match[1]), 1, -1):
        same = codes.str.startswith(match[1][:length])
        if same.any():
            return tuple(dict.fromkeys(industries.loc[same, "industry_name"]))
    return ()


@lru_cache(maxsize=10_000)
def leading(park_industries: object) -> tuple[str, ...]:
    """Return the industries that a park's register entry names."""
    entry = park_industries if isinstance(park_industries, str) else ""
    return tuple(filter(None, _SEPARATORS.split(entry)))


def checks(need: Need, parks: pd.DataFrame, overlaps: pd.DataFrame | None = None) -> pd.DataFrame:
    """Check a project against every hard condition, one row per (park, condition, item).

    ``stated`` is what park or project have, ``wanted`` what is asked, ``margin`` how far the one is beyond the other,
    below 0 where it fails. Items: a utility, a distance, or how the land was measured (one_piece, total, or assumed:
    in one piece as far as known, for the park states no largest piece).
    """
    land = _stated(need.land_mu, parks)
    parts = [_industry(need, parks), _threshold(need, land, parks), _room(need, land, parks)]
    parts += [_utility(name, parks) for name in need.utilities]
    parts += [_distance(name, most, parks) for name, most in need.most_km.items()]
    if overlaps is not None:
        parts.append(_layers(land, parks, overlaps))
    return pd.concat(parts, ignore_index=True)


def verdicts(checked: pd.DataFrame) -> "pd.Series[str]":
    """Return each park's verdict by its id: short if any condition fails, else missing if any cannot be told."""
    fails, open_ = (
        checked["verdict"].eq(code).groupby(checked["park_id"], sort=False).any() for code in (SHORT, MISSING)
    )
    return pd.Series(np.select([fails, open_], [SHORT, MISSING], PASS), fails.index)


def reach(need: Need, parks: pd.DataFrame) -> "pd.Series[float]":
    """Return the land that a project can have in each park: what is available, in one piece where it must be one."""
    available = parks["available_mu"].astype(float)
    if not need.in_one_piece:
        return available
    largest = parks["largest_free_mu"].astype(float)
    return available.where(largest.isna(), np.minimum(available, largest))


def overlap(parks: pd.DataFrame, overlaps: pd.DataFrame | None) -> "pd.Series[float]":
    """Return how many mu of each park lie under layers that forbid building, those of several layers added up.

    None of them is known for a park that is not drawn.
    """
    if overlaps is None:
        return pd.Series(0.0, parks.index)
    summed = overlaps.groupby("park_id")["overlap_mu"].sum()
    return pd.Series(summed.reindex(parks["park_id"]).to_numpy(dtype=float), parks.index)


def _stated(value: "float | pd.Series[float] | None", parks: pd.DataFrame) -> "pd.Series[float]":
    """Return the value needed in each park; none where it is not stated or 0."""
    each = value if isinstance(value, pd.Series) else pd.Series(np.nan if value is None else value, parks.index)
    return each.astype(float).where(each > 0)


def _rows(parks: pd.DataFrame, condition: str, item: Any, outcomes: Any, **numbers: Any) -> pd.DataFrame:
    """Return one condition's rows; ``outcomes`` are True, False or, where it cannot be told, None."""
    verdict = [MISSING if one is None else PASS if one else SHORT for one in outcomes]
    figures = {"stated": np.nan, "wanted": np.nan, "margin": np.nan} | numbers
    columns = {"park_id": parks["park_id"].to_numpy(), "condition": condition, "item": item, "verdict": verdict}
    return pd.DataFrame(columns | figures)


def _compared(
    parks: pd.DataFrame, condition: str, item: Any, margin: "pd.Series[float]", **numbers: Any
) -> pd.DataFrame:
    outcomes = [None if np.isnan(one) else one >= 0 for one in margin]
    return _rows(parks, condition, item, outcomes, margin=margin.to_numpy(), **numbers)


def _industry(need: Need, parks: pd.DataFrame) -> pd.DataFrame:
    lists = [leading(entry) for entry in parks["park_industries"]]
    outcomes = [bool(set(names) & set(need.industries)) if names and need.industries else None for names in lists]
    return _rows(parks, "industry", "", outcomes)


def _threshold(need: Need, land: "pd.Series[float]", parks: pd.DataFrame) -> pd.DataFrame:
    intensity = (_stated(need.fai_wan, parks) / land).round(_DECIMALS)
    wanted = parks["threshold_wan_per_mu"].astype(float)
    return _compared(
        parks, "threshold", "", intensity - wanted, stated=intensity.to_numpy(), wanted=wanted.to_numpy()
    )  # fmt: skip


def _room(need: Need, land: "pd.Series[float]", parks: pd.DataFrame) -> pd.DataFrame:
    available = reach(need, parks)
    is_whole = parks["largest_free_mu"].astype(float) >= parks["available_mu"].astype(float)
    kinds = np.select([parks["largest_free_mu"].isna(), is_whole], ["assumed", "total"], "one_piece")
    measured = kinds if need.in_one_piece else "total"
    margin = (available - land).round(_DECIMALS)
    return _compared(parks, "land", measured, margin, stated=available.to_numpy(), wanted=land.to_numpy())


def _utility(name: str, parks: pd.DataFrame) -> pd.DataFrame:
    return _rows(parks, "utilities", name, [None if pd.isna(one) else bool(one) for one in parks[name]])


def _distance(name: str, most: float, parks: pd.DataFrame) -> pd.DataFrame:
    km = parks[name].astype(float)
    return _compared(parks, "distances", name, (most - km).round(_DECIMALS), stated=km.to_numpy(), wanted=most)


def _layers(land: "pd.Series[float]", parks: pd.DataFrame, overlaps: pd.DataFrame) -> pd.DataFrame:
    """Take the overlap off the available land: it is not known which of a park's land is free."""
    clear = (parks["available_mu"].astype(float) - overlap(parks, overlaps)).clip(lower=0)
    margin = (clear - land).round(_DECIMALS)
    return _compared(parks, "layers", "", margin, stated=clear.to_numpy(), wanted=land.to_numpy())
