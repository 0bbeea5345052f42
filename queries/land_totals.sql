-- land_totals: the land of all parks in scope and its rates, one row. A rate is a ratio of sums over the parks that
-- state both its parts without contradiction.
--
-- reads:    land_of_parks, idle_clock
-- params:   $as_of       DATE       ledger date, inclusive
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all; of idle land only
--           $scope.industries  VARCHAR[]  industry names, null for all; of idle land only
--           $scope.stages      VARCHAR[]  stages, null for all but dropped; of idle land only
-- returns:  park_count                BIGINT   个
--           stated_count              BIGINT   个, with planned and supplied land that agree
--           stated_planned_mu         DOUBLE   亩, planned area of those
--           free_area_mu              DOUBLE   亩, of those
--           ready_free_area_mu        DOUBLE   亩, of the parks that state it
--           unbuilt_area_mu           DOUBLE   亩, of the parks that state it
--           capacity_wan              DOUBLE   万元, free land at each park's threshold
--           developed_pct             DOUBLE   %, null when no park states both parts
--           supplied_pct              DOUBLE   %, as above
--           built_pct                 DOUBLE   %, as above
--           running_count             BIGINT   个, past the agreed start for less than a year
--           idle_count                BIGINT   个, a full year or more
--           reclaim_count             BIGINT   个, two years or more
--           idle_land_mu              DOUBLE   亩, of those idle a full year or more
-- order:    one row
with summed as (
    select
        count(*) as park_count,
        count(free_area_mu) as stated_count,
        sum(planned_area_mu) filter (free_area_mu is not null) as stated_planned_mu,
        sum(free_area_mu) as free_area_mu,
        sum(ready_free_area_mu) as ready_free_area_mu,
        sum(unbuilt_area_mu) as unbuilt_area_mu,
        sum(free_area_mu * threshold_wan_per_mu) as capacity_wan,
        100.0 * sum(ready_area_mu) filter (developed_pct is not null)
        / sum(planned_area_mu) filter (developed_pct is not null) as developed_pct,
        100.0 * sum(supplied_area_mu) filter (supplied_pct is not null)
        / sum(ready_area_mu) filter (supplied_pct is not null) as supplied_pct,
        100.0 * sum(built_area_mu) filter (built_pct is not null)
        / sum(supplied_area_mu) filter (built_pct is not null) as built_pct,
    from land_of_parks($as_of, $threshold, $scope)
),
clocked as (
    select
        count(*) filter (idle_state = 'running') as running_count,
        count(*) filter (idle_state in ('idle', 'reclaim')) as idle_count,
        count(*) filter (idle_state = 'reclaim') as reclaim_count,
        sum(land_mu) filter (idle_state in ('idle', 'reclaim')) as idle_land_mu,
    from idle_clock($as_of, $scope)
)
select
    park_count,
    stated_count,
    stated_planned_mu,
    free_area_mu,
    ready_free_area_mu,
    unbuilt_area_mu,
    capacity_wan,
    developed_pct,
    supplied_pct,
    built_pct,
    running_count,
    idle_count,
    reclaim_count,
    idle_land_mu,
from summed
cross join clocked
order by 1;
