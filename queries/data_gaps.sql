-- data_gaps: which projects in scope lack a field that a figure needs, one row per (project, field). Whatever leaves a
-- project without intensity is listed at every stage; a point is missed from the contract on, funds in
-- place from the start.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $most              BIGINT     at most so many rows, null for all
-- returns:  gap                       VARCHAR  the column that is missing
--           project_id                VARCHAR
--           project_name              VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           stage                     VARCHAR
-- order:    gap, then project_id
with chosen as (
    select *
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
),
gaps as (
    select 'land_mu' as gap, * from chosen where not coalesce(land_mu > 0, false)
    union all
    select 'invested_wan' as gap, * from chosen where not coalesce(invested_wan > 0, false)
    union all
    select 'lon' as gap, * from chosen where (lon is null or lat is null) and is_contract
    union all
    select 'in_place_wan' as gap, * from chosen where in_place_wan is null and stage_rank(stage) >= 6
    union all
    select 'industry_name' as gap, * from chosen where industry_name is null
    union all
    select 'stage' as gap, * from chosen where stage is null
    union all
    select 'unit_name' as gap, * from chosen where unit_name is null
)
select
    gap,
    project_id,
    project_name,
    park_name,
    unit_name,
    stage,
from gaps
order by gap, project_id
limit $most;
