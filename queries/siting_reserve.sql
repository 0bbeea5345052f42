-- siting_reserve: the reserve library, projects before their contract, one row per project.
--
-- reads:    projects_in_scope, parks_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           stage                     VARCHAR
--           park_id                   VARCHAR  null where no park is settled
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           industry_name             VARCHAR
--           land_mu                   DOUBLE   亩, null when not stated
--           planned_fai_wan           DOUBLE   万元, null when not stated
--           intended_wan              DOUBLE   万元, null when not stated
-- order:    planned_fai_wan descending, nulls last, then intended_wan descending, nulls last, then project_id
select
    reserve.project_id,
    reserve.project_name,
    reserve.stage,
    reserve.park_id,
    known_parks.park_name,
    reserve.unit_name,
    reserve.industry_name,
    reserve.land_mu,
    reserve.planned_fai_wan,
    reserve.intended_wan,
from projects_in_scope($as_of, $scope) as reserve
left join parks_in_force($as_of) as known_parks on reserve.park_id = known_parks.park_id
where stage_rank(reserve.stage) < 5
order by reserve.planned_fai_wan desc nulls last, reserve.intended_wan desc nulls last, reserve.project_id
limit $most;
