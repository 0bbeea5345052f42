-- land_by_park: the land of each park, what is left of it and what that would carry, one row per park of the
-- register.
--
-- reads:    land_of_parks, idle_clock, projects_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all; of projects only
--           $scope.industries  VARCHAR[]  industry names, null for all; of projects only
--           $scope.stages      VARCHAR[]  stages, null for all but dropped; of projects only
-- returns:  park_id                   VARCHAR
--           park_name                 VARCHAR
--           park_industries           VARCHAR
--           planned_area_mu           DOUBLE   亩
--           ready_area_mu             DOUBLE   亩
--           supplied_area_mu          DOUBLE   亩
--           built_area_mu             DOUBLE   亩
--           free_area_mu              DOUBLE   亩, null where the register contradicts itself or states too little
--           ready_free_area_mu        DOUBLE   亩, as above
--           unbuilt_area_mu           DOUBLE   亩, as above
--           developed_pct             DOUBLE   %, as above
--           supplied_pct              DOUBLE   %, as above
--           built_pct                 DOUBLE   %, as above
--           idle_count                BIGINT   个, a full year or more
--           idle_land_mu              DOUBLE   亩, of those, null where none states its land
--           sited_count               BIGINT   个, projects with land
--           land_per_project_mu       DOUBLE   亩, null without such a project
--           threshold_wan_per_mu      DOUBLE   万元/亩
--           capacity_wan              DOUBLE   万元, free land at the threshold
--           room_count                BIGINT   个, projects of the park's usual land that the free land holds
--           is_contradictory          BOOLEAN
-- order:    free_area_mu descending, nulls last, then park_id
with sited as (
    select
        park_id,
        count(*) filter (land_mu > 0) as sited_count,
        avg(land_mu) filter (land_mu > 0) as land_per_project_mu,
    from projects_in_scope($as_of, $scope)
    group by park_id
),
idle as (
    select park_id, count(*) as idle_count, sum(land_mu) as idle_land_mu
    from idle_clock($as_of, $scope)
    where idle_state in ('idle', 'reclaim')
    group by park_id
)
select
    land.park_id,
    land.park_name,
    land.park_industries,
    land.planned_area_mu,
    land.ready_area_mu,
    land.supplied_area_mu,
    land.built_area_mu,
    land.free_area_mu,
    land.ready_free_area_mu,
    land.unbuilt_area_mu,
    land.developed_pct,
    land.supplied_pct,
    land.built_pct,
    coalesce(idle.idle_count, 0) as idle_count,
    idle.idle_land_mu,
    coalesce(sited.sited_count, 0) as sited_count,
    sited.land_per_project_mu,
    land.threshold_wan_per_mu,
    land.free_area_mu * land.threshold_wan_per_mu as capacity_wan,
    cast(floor(land.free_area_mu / sited.land_per_project_mu) as bigint) as room_count,
    land.is_contradictory,
from land_of_parks($as_of, $threshold, $scope) as land
left join sited on land.park_id = sited.park_id
left join idle on land.park_id = idle.park_id
order by land.free_area_mu desc nulls last, land.park_id;
