-- park_profiles: what parks are held beside each other by, one row per park of the register: its land and rates, its
-- projects, their investment per mu on each basis, output and tax per mu, utilities and distances.
--
-- reads:    land_of_parks, parks_in_force, projects_in_scope, idle_clock
-- params:   $as_of       DATE       ledger date, inclusive
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all; of projects only
--           $scope.industries  VARCHAR[]  industry names, null for all; of projects only
--           $scope.stages      VARCHAR[]  stages, null for all but dropped; of projects only
-- returns:  park_id                   VARCHAR
--           park_name                 VARCHAR
--           park_level                VARCHAR
--           zone_name                 VARCHAR
--           host_unit_name            VARCHAR
--           park_industries           VARCHAR
--           planned_area_mu           DOUBLE   亩
--           drawn_area_mu             DOUBLE   亩
--           area_difference_pct       DOUBLE   %, null when no area is stated or drawn
--           ready_area_mu             DOUBLE   亩
--           supplied_area_mu          DOUBLE   亩
--           built_area_mu             DOUBLE   亩
--           free_area_mu              DOUBLE   亩, null where the register contradicts itself or states too little
--           idle_land_mu              DOUBLE   亩, a full year or more, null without
--           developed_pct             DOUBLE   %, as of free land
--           supplied_pct              DOUBLE   %, as of free land
--           built_pct                 DOUBLE   %, as of free land
--           project_count             BIGINT   个
--           started_count             BIGINT   个
--           producing_count           BIGINT   个
--           contract_wan              DOUBLE   万元, null where no project states it
--           threshold_wan_per_mu      DOUBLE   万元/亩
--           planned_wan_per_mu        DOUBLE   万元/亩, over projects with both, null without
--           done_wan_per_mu       DOUBLE   万元/亩, as above
--           contract_wan_per_mu       DOUBLE   万元/亩, as above
--           output_wan_per_mu         DOUBLE   万元/亩, as above
--           tax_wan_per_mu            DOUBLE   万元/亩, as above
--           has_road                  BOOLEAN
--           has_water                 BOOLEAN
--           has_sewer                 BOOLEAN
--           has_power                 BOOLEAN
--           has_gas                   BOOLEAN
--           has_heat                  BOOLEAN
--           has_telecom               BOOLEAN
--           is_levelled               BOOLEAN
--           motorway_km               DOUBLE   公里
--           rail_km                   DOUBLE   公里
--           port_km                   DOUBLE   公里
--           airport_km                DOUBLE   公里
--           established_on            DATE
-- order:    park_name, then park_id
with standing as (
    select
        park_id,
        count(*) as project_count,
        count(*) filter (stage_rank(stage) >= 6) as started_count,
        count(*) filter (stage_rank(stage) >= 9) as producing_count,
        sum(contract_wan) as contract_wan,
        round(sum(planned_fai_wan) filter (land_mu > 0) / sum(land_mu) filter (land_mu > 0 and planned_fai_wan > 0), 6)
            as planned_wan_per_mu,
        round(sum(done_fai_wan) filter (land_mu > 0) / sum(land_mu) filter (land_mu > 0 and done_fai_wan > 0), 6)
            as done_wan_per_mu,
        round(sum(contract_wan) filter (land_mu > 0) / sum(land_mu) filter (land_mu > 0 and contract_wan > 0), 6)
            as contract_wan_per_mu,
        round(sum(output_wan) filter (land_mu > 0) / sum(land_mu) filter (land_mu > 0 and output_wan > 0), 6)
            as output_wan_per_mu,
        round(sum(tax_wan) filter (land_mu > 0) / sum(land_mu) filter (land_mu > 0 and tax_wan > 0), 6)
            as tax_wan_per_mu,
    from projects_in_scope($as_of, $scope)
    group by park_id
),
idle as (
    select park_id, sum(land_mu) as idle_land_mu
    from idle_clock($as_of, $scope)
    where idle_state in ('idle', 'reclaim')
    group by park_id
)
select
    land.park_id,
    land.park_name,
    register.park_level,
    register.zone_name,
    register.host_unit_name,
    land.park_industries,
    land.planned_area_mu,
    register.drawn_area_mu,
    100.0 * (register.drawn_area_mu - land.planned_area_mu) / nullif(land.planned_area_mu, 0) as area_difference_pct,
    land.ready_area_mu,
    land.supplied_area_mu,
    land.built_area_mu,
    land.free_area_mu,
    idle.idle_land_mu,
    land.developed_pct,
    land.supplied_pct,
    land.built_pct,
    coalesce(standing.project_count, 0) as project_count,
    coalesce(standing.started_count, 0) as started_count,
    coalesce(standing.producing_count, 0) as producing_count,
    standing.contract_wan,
    land.threshold_wan_per_mu,
    standing.planned_wan_per_mu,
    standing.done_wan_per_mu,
    standing.contract_wan_per_mu,
    standing.output_wan_per_mu,
    standing.tax_wan_per_mu,
    register.has_road,
    register.has_water,
    register.has_sewer,
    register.has_power,
    register.has_gas,
    register.has_heat,
    register.has_telecom,
    register.is_levelled,
    register.motorway_km,
    register.rail_km,
    register.port_km,
    register.airport_km,
    register.established_on,
from land_of_parks($as_of, $threshold, $scope) as land
inner join parks_in_force($as_of) as register on land.park_id = register.park_id
left join standing on land.park_id = standing.park_id
left join idle on land.park_id = idle.park_id
order by land.park_name, land.park_id;
