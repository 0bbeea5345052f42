"""The peer: the straightforward program from files to intensity by park, geopandas ``sjoin`` and pandas ``groupby``."""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd


def intensity_by_park(boundaries: Path, table: Path) -> pd.DataFrame:
    """Return per park: projects, those with land and investment, Σ land in mu, Σ investment in 万元 and their ratio."""
    parks = gpd.read_file(boundaries)[["园区", "geometry"]]
    ledger = pd.read_csv(table)
    ledger = ledger[ledger["阶段"] != "终止"]
    points = gpd.GeoDataFrame(ledger, geometry=gpd.points_from_xy(ledger["经度（度）"], ledger["纬度（度）"]), crs=4326)
    placed = gpd.sjoin(points.drop(columns="园区"), parks, predicate="intersects")
    placed["land"] = placed["用地面积（亩）"]
    placed["invested"] = placed["计划固定资产投资（万元）"]
    measured = placed[(placed["land"] > 0) & (placed["invested"] > 0)]
    sums = measured.groupby("园区")[["land", "invested"]].sum()
    sums["measured_count"] = measured.groupby("园区").size()
    sums["project_count"] = placed.groupby("园区").size()
    sums["intensity"] = sums["invested"] / sums["land"]
    return sums.reindex(parks["园区"]).sort_index()


if __name__ == "__main__":
    intensity_by_park(Path(sys.argv[1]), Path(sys.argv[2])).to_csv(sys.argv[3])
