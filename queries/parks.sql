-- parks: the parks of the register, one row per park.
--
-- reads:    parks_as_of
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks  VARCHAR[]  park ids, null for all
-- returns:  park_id                   VARCHAR
--           park_name                 VARCHAR
--           park_level                VARCHAR
--           zone_name                 VARCHAR
--           host_unit_id              VARCHAR
--           host_unit_name            VARCHAR
--           park_industries           VARCHAR
--           planned_area_mu           DOUBLE   亩
--           ready_area_mu             DOUBLE   亩
--           supplied_area_mu          DOUBLE   亩
--           built_area_mu             DOUBLE   亩
--           free_area_mu              DOUBLE   亩
--           largest_free_mu           DOUBLE   亩
--           drawn_area_mu             DOUBLE   亩
--           area_difference_pct       DOUBLE   %, null when no area is stated or drawn
--           park_threshold_wan_per_mu DOUBLE   万元/亩
--           land_price_wan_per_mu     DOUBLE   万元/亩
--           motorway_km               DOUBLE   公里
--           rail_km                   DOUBLE   公里
--           port_km                   DOUBLE   公里
--           airport_km                DOUBLE   公里
--           has_road                  BOOLEAN
--           has_water                 BOOLEAN
--           has_sewer                 BOOLEAN
--           has_power                 BOOLEAN
--           has_gas                   BOOLEAN
--           has_heat                  BOOLEAN
--           has_telecom               BOOLEAN
--           is_levelled               BOOLEAN
--           established_on            DATE
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
-- order:    park_name, then park_id
select
    park_id,
    park_name,
    park_level,
    zone_name,
    host_unit_id,
    host_unit_name,
    park_industries,
    planned_area_mu,
    ready_area_mu,
    supplied_area_mu,
    built_area_mu,
    free_area_mu,
    largest_free_mu,
    drawn_area_mu,
    100.0 * (drawn_area_mu - planned_area_mu) / nullif(planned_area_mu, 0) as area_difference_pct,
    park_threshold_wan_per_mu,
    land_price_wan_per_mu,
    motorway_km,
    rail_km,
    port_km,
    airport_km,
    has_road,
    has_water,
    has_sewer,
    has_power,
    has_gas,
    has_heat,
    has_telecom,
    is_levelled,
    established_on,
    lon,
    lat,
from parks_as_of($as_of)
where is_chosen(park_id, $scope.parks)
order by park_name, park_id;
