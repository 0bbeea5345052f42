-- obstacles_by_kind: what kinds of obstacles hold up how much, one row per kind that holds up any project in scope. A
-- project that several obstacles of a kind hold up counts once, with its money.
--
-- reads:    held_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all; a dropped project is never held up
-- returns:  obstacle_kind             VARCHAR
--           obstacle_count            BIGINT   个
--           overdue_count             BIGINT   个, past the date due
--           project_count             BIGINT   个, held up
--           contract_wan              DOUBLE   万元, of those with a contract
--           intended_wan              DOUBLE   万元, of those without
-- order:    projects held up descending, then obstacle_kind
with held as (
    select *, row_number() over (partition by obstacle_kind, project_id order by obstacle_id) as turn
    from held_in_scope($as_of, $scope)
)
select
    obstacle_kind,
    count(distinct obstacle_id) as obstacle_count,
    count(distinct obstacle_id) filter (due_on < $as_of) as overdue_count,
    count(*) filter (turn = 1) as project_count,
    sum(contract_wan) filter (turn = 1) as contract_wan,
    sum(intended_wan) filter (turn = 1) as intended_wan,
from held
group by obstacle_kind
order by project_count desc, obstacle_kind;
