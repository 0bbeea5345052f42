-- siting_parks: what each park has to offer a new project, one row per park of the register.
--
-- reads:    parks_asking, projects_as_of
-- params:   $as_of       DATE       ledger date, inclusive
--           $threshold    DOUBLE     万元/亩, for parks without their own
--           $scope.parks  VARCHAR[]  park ids, null for all
-- returns:  park_id                   VARCHAR
--           park_name                 VARCHAR
--           park_industries           VARCHAR
--           threshold_wan_per_mu      DOUBLE   万元/亩, for who signs on the day
--           free_area_mu              DOUBLE   亩, null where an area is not stated or more is supplied than planned
--           promised_mu               DOUBLE   亩, of projects signed whose land is not supplied yet
--           available_mu              DOUBLE   亩, free less promised, never below 0
--           held_mu                   DOUBLE   亩, that projects before their contract ask for in this park
--           largest_free_mu           DOUBLE   亩, null when not stated
--           land_price_wan_per_mu     DOUBLE   万元/亩, null when not stated
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
--           contract_count            BIGINT   个, from the contract on, or without a stage stated
--           started_count             BIGINT   个
--           producing_count           BIGINT   个
--           progress_pct              DOUBLE   %, null when no project has a contract
-- order:    park_name, then park_id
with standing as (
    select park_id, stage, land_mu, supplied_on, rank_or_contract(stage) as rank
    from projects_as_of($as_of)
    where coalesce(stage, '') <> 'dropped'
),
by_park as (
    select
        park_id,
        count(*) filter (rank >= 5) as contract_count,
        count(*) filter (rank >= 6) as started_count,
        count(*) filter (rank >= 9) as producing_count,
        sum(land_mu) filter (stage = 'signed' and (supplied_on is null or supplied_on > $as_of)) as promised_mu,
        sum(land_mu) filter (rank < 5) as held_mu,
    from standing
    group by park_id
)
select
    register.park_id,
    register.park_name,
    register.park_industries,
    register.threshold_wan_per_mu,
    register.free_area_mu,
    coalesce(by_park.promised_mu, 0.0) as promised_mu,
    case
        when register.free_area_mu is not null
            then greatest(register.free_area_mu - coalesce(by_park.promised_mu, 0.0), 0.0)
    end as available_mu,
    coalesce(by_park.held_mu, 0.0) as held_mu,
    register.largest_free_mu,
    register.land_price_wan_per_mu,
    register.motorway_km,
    register.rail_km,
    register.port_km,
    register.airport_km,
    register.has_road,
    register.has_water,
    register.has_sewer,
    register.has_power,
    register.has_gas,
    register.has_heat,
    register.has_telecom,
    register.is_levelled,
    coalesce(by_park.contract_count, 0) as contract_count,
    coalesce(by_park.started_count, 0) as started_count,
    coalesce(by_park.producing_count, 0) as producing_count,
    50.0 * (by_park.started_count + by_park.producing_count) / nullif(by_park.contract_count, 0) as progress_pct,
from parks_asking($as_of, $threshold) as register
left join by_park on register.park_id = by_park.park_id
where is_chosen(register.park_id, $scope.parks)
order by register.park_name, register.park_id;
