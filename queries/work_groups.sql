-- work_groups: the projects by who has to push them on, one row per work group in order; those without a stage follow
-- where there are any. preparing: before the contract; to_start: signed; under_way: started or building; to_produce:
-- completed; in_production: producing or at capacity, nobody's to push. Dropped projects are in none.
--
-- reads:    pipeline_projects
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
-- returns:  work_group                VARCHAR  null for projects that state no stage
--           project_count             BIGINT   个
--           contract_wan              DOUBLE   万元, null where none has a contract
--           intended_wan              DOUBLE   万元, null where all have a contract
--           stuck_count               BIGINT   个, longer in their stage than its limit
--           share_pct                 DOUBLE   %, of the projects; null where there are none
-- order:    to_produce, under_way, to_start, preparing, in_production, then unstated
with standing as (
    select
        work_group,
        count(*) as project_count,
        sum(contract_wan) as contract_wan,
        sum(intended_wan) as intended_wan,
        count(*) filter (over_days > 0) as stuck_count,
    from pipeline_projects($as_of, $stage_limits, $scope)
    where coalesce(stage, '') <> 'dropped'
    group by work_group
)
select
    coalesce(groups.work_group, standing.work_group) as work_group,
    coalesce(standing.project_count, 0) as project_count,
    standing.contract_wan,
    standing.intended_wan,
    coalesce(standing.stuck_count, 0) as stuck_count,
    100.0 * coalesce(standing.project_count, 0) / sum(standing.project_count) over () as share_pct,
from (
    values ('to_produce', 1), ('under_way', 2), ('to_start', 3), ('preparing', 4), ('in_production', 5)
) as groups (work_group, place)
full join standing on groups.work_group = standing.work_group
order by groups.place nulls last;
