-- obstacles_open: what is not solved yet and what it holds up, one row per obstacle in force. One that holds no project
-- in scope is left out, unless nothing is filtered.
--
-- reads:    obstacles_open, held_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all; a dropped project is never held up
--           $most              BIGINT     at most so many rows, null for all
-- returns:  obstacle_id               VARCHAR
--           obstacle_kind             VARCHAR
--           description               VARCHAR
--           unit_name                 VARCHAR  the unit that has to solve it
--           raised_on                 DATE
--           open_days                 BIGINT   天, null without the date it was raised
--           due_on                    DATE
--           overdue_days                 BIGINT   天, past the date due; null where it is not
--           project_count             BIGINT   个, held up
--           contract_wan              DOUBLE   万元, of those with a contract
--           intended_wan              DOUBLE   万元, of those without
--           held_wan                  DOUBLE   万元, of all of them
--           lon                       DOUBLE   度, its own place, else the middle of what it holds up
--           lat                       DOUBLE   度, as lon; both null where no place is known
--           is_own_place              BOOLEAN
-- order:    projects held up descending, then money, nulls last, then obstacle_id
with held as (
    select
        obstacle_id,
        count(*) as project_count,
        sum(contract_wan) as contract_wan,
        sum(intended_wan) as intended_wan,
        sum(held_wan) as held_wan,
        avg(lon) as lon,
        avg(lat) as lat,
    from held_in_scope($as_of, $scope)
    group by obstacle_id
)
select
    open.obstacle_id,
    open.obstacle_kind,
    open.description,
    open.unit_name,
    open.raised_on,
    cast($as_of - open.raised_on as bigint) as open_days,
    open.due_on,
    case when open.due_on < $as_of then cast($as_of - open.due_on as bigint) end as overdue_days,
    coalesce(held.project_count, 0) as project_count,
    held.contract_wan,
    held.intended_wan,
    held.held_wan,
    coalesce(open.lon, held.lon) as lon,
    coalesce(open.lat, held.lat) as lat,
    open.lon is not null as is_own_place,
from obstacles_open($as_of) as open
left join held on open.obstacle_id = held.obstacle_id
where held.project_count > 0 or is_unfiltered($scope)
order by project_count desc, held.held_wan desc nulls last, open.obstacle_id
limit $most;
