-- money_falls: whose cumulative money a ledger of the running year states lower than the one before, one row per
-- (metric, ledger, project). Such a fall is left in every sum: it is either an error of the ledger or money withdrawn.
--
-- reads:    projects, projects_in_scope, ledger_bounds
-- params:   $as_of       DATE       ledger date, inclusive
--           $metric            VARCHAR    in_place_wan | done_fai_wan, null for both
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $most              BIGINT     at most so many rows, null for all
-- returns:  metric                    VARCHAR
--           period                    DATE     the ledger that states less
--           project_id                VARCHAR
--           project_name              VARCHAR
--           unit_name                 VARCHAR
--           before_wan                DOUBLE   万元
--           now_wan                   DOUBLE   万元
--           fallen_wan                DOUBLE   万元
-- order:    fallen_wan descending, then metric, period and project_id
with chosen as (
    select project_id, project_name, unit_name
    from projects_in_scope($as_of, $scope)
),
stated as (
    select project_id, period, in_place_wan, done_fai_wan, in_place_before_wan, done_fai_before_wan
    from projects
    where
        period <= $as_of and period < valid_to
        and period >= (select date_trunc('year', told_to) from ledger_bounds($as_of))
        and (in_place_wan < in_place_before_wan or done_fai_wan < done_fai_before_wan)
),
falls as (
    select 'in_place_wan' as metric, project_id, period, in_place_before_wan as before_wan, in_place_wan as now_wan
    from stated
    where in_place_wan < in_place_before_wan
    union all
    select 'done_fai_wan', project_id, period, done_fai_before_wan, done_fai_wan
    from stated
    where done_fai_wan < done_fai_before_wan
)
select
    metric,
    period,
    falls.project_id,
    project_name,
    unit_name,
    before_wan,
    now_wan,
    before_wan - now_wan as fallen_wan,
from falls
inner join chosen on falls.project_id = chosen.project_id
where $metric is null or metric = $metric
order by fallen_wan desc, metric, period, falls.project_id
limit $most;
