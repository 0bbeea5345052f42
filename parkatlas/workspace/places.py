"""Which park holds each project's point, for the rows of one ledger."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from parkatlas import measures


def locate(rows: pa.Table, parks: pa.Table, shapes: np.ndarray) -> pa.Table:
    """Add located_park_id, located_count and is_outside_stated to a ledger's rows.

    ``rows`` has lon, lat (EPSG:4326 degrees, may be null) and stated_park_name; ``parks`` has park_id and park_name,
    ``shapes`` its outlines. A point on a boundary belongs to the park; of several parks the smallest is named and the
    count says that there are several. Rows without a point get null.
    """
    lon = pc.fill_null(rows["lon"].cast(pa.float64()), np.nan).to_numpy(zero_copy_only=False)
    lat = pc.fill_null(rows["lat"].cast(pa.float64()), np.nan).to_numpy(zero_copy_only=False)
    pointless = np.isnan(lon) | np.isnan(lat)
    index, count = measures.parks_of_points(lon, lat, shapes)
    ids = parks["park_id"].combine_chunks()
    stated = rows["stated_park_name"].cast(pa.string())
    outside = np.zeros(len(lon), dtype=bool)
    for names in (ids, parks["park_name"].combine_chunks()):
        own = pc.fill_null(pc.index_in(stated, names), -1).to_numpy()
        for park in np.unique(own[(own >= 0) & (own != index)]):
            points = np.flatnonzero((own == park) & (own != index))
            outside[points] = ~shapely.intersects_xy(shapes[park], lon[points], lat[points])
    return (
        rows.append_column("located_park_id", ids.take(pa.array(index, mask=index < 0)))
        .append_column("located_count", pa.array(count, pa.int64(), mask=pointless))
        .append_column("is_outside_stated", pa.array(outside, pa.bool_(), mask=pointless))
    )
