"""Small parks and projects for the map's tests: squares of 0.01 degrees side by side."""

import json
import zlib

import geopandas as gpd
import pandas as pd
import shapely

from parkatlas import maps


def boundaries(names):
    squares = [shapely.box(124 + k / 50, 42, 124 + k / 50 + 0.01, 42.01) for k in range(len(names))]
    return gpd.GeoDataFrame({"park_id": list(names)}, geometry=squares, crs=4326)


def shapes(names=("甲园", "乙园")):
    return maps.Shapes(boundaries(names), "park_id")


def parks(names=("甲园", "乙园"), values=(80.0, 120.0)):
    return pd.DataFrame({"park_id": list(names), "park_name": list(names), "intensity_wan_per_mu": list(values)})


def projects(names=("一号",), stages=("building",), wan=(10_000.0,)):
    frame = {"project_id": list(names), "project_name": list(names), "lon": 124.005, "lat": 42.005}
    return pd.DataFrame({**frame, "invested_wan": list(wan), "stage": list(stages)})


def view():
    return maps.around((124, 42, 124.1, 42.1))


def unpacked(packed):
    return json.loads(zlib.decompress(packed))


def patches(*named):
    """Return patches of constraint layers from (layer, kind, patch), squares side by side of 15 mu each."""
    frame = boundaries([patch for *_, patch in named]).rename(columns={"park_id": "patch_name"})
    return frame.assign(
        layer_name=[name for name, *_ in named], layer_kind=[kind for _, kind, _ in named], drawn_area_mu=15.0
    )


def patch_shapes(frame, **how):
    return maps.Shapes(frame.reset_index(names="row"), "row", **how)
