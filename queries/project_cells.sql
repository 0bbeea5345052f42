-- project_cells: projects with a point, summed over the cells of a grid, one row per cell in view that holds any.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $west              DOUBLE     degrees, null for no bound
--           $south             DOUBLE     degrees, null for no bound
--           $east              DOUBLE     degrees, null for no bound
--           $north             DOUBLE     degrees, null for no bound
--           $cell_lon          DOUBLE     width of a cell, degrees
--           $cell_lat          DOUBLE     height of a cell, degrees
-- returns:  cell_id                   VARCHAR
--           lon                       DOUBLE   度, mean of the points
--           lat                       DOUBLE   度, mean of the points
--           project_count             BIGINT   个
--           invested_wan              DOUBLE   万元
--           reached_share_pct         DOUBLE   %, of the judged; null when there are none
-- order:    project_count descending, then cell_id
with gridded as (
    select
        floor(lon / $cell_lon) as grid_column,
        floor(lat / $cell_lat) as grid_row,
        lon,
        lat,
        invested_wan,
        verdict,
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
    where
        lon is not null
        and lat is not null
        and ($west is null or lon >= $west)
        and ($east is null or lon <= $east)
        and ($south is null or lat >= $south)
        and ($north is null or lat <= $north)
)
select
    cast(cast(grid_column as bigint) as varchar) || ':' || cast(cast(grid_row as bigint) as varchar) as cell_id,
    avg(lon) as lon,
    avg(lat) as lat,
    count(*) as project_count,
    sum(invested_wan) as invested_wan,
    100.0 * count(*) filter (verdict = 'pass')
    / nullif(count(*) filter (verdict in ('pass', 'short')), 0) as reached_share_pct,
from gridded
group by grid_column, grid_row
order by project_count desc, cell_id;
