-- idle_land: the land whose agreed start has passed without a start, the longest first, one row per project.
--
-- reads:    idle_clock, parks_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           idle_state                VARCHAR
--           idle_days                 BIGINT   天, from the agreed start to the as-of date
--           land_mu                   DOUBLE   亩
--           contract_wan              DOUBLE   万元
--           supplied_on               DATE
--           agreed_start_on           DATE
--           idle_on                   DATE     a full year after the agreed start
--           reclaim_on                DATE     two years after it
--           leader_name               VARCHAR
--           officer_name              VARCHAR
-- order:    idle_days descending, then project_id
select
    idle.project_id,
    idle.project_name,
    idle.park_id,
    parks.park_name,
    idle.unit_name,
    idle.idle_state,
    cast(idle.idle_days as bigint) as idle_days,
    idle.land_mu,
    idle.contract_wan,
    idle.supplied_on,
    idle.agreed_start_on,
    idle.idle_on,
    idle.reclaim_on,
    idle.leader_name,
    idle.officer_name,
from idle_clock($as_of, $scope) as idle
left join parks_in_force($as_of) as parks on idle.park_id = parks.park_id
order by idle.idle_days desc, idle.project_id
limit $most;
