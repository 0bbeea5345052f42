-- pipeline_projects: the projects behind a number of the pipeline, one row per project.
--
-- reads:    pipeline_projects, parks_in_force
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
--           $cohort_year       BIGINT     only projects whose first date falls in that year, null for all
--           $listed            VARCHAR    stage:<stage>, group:<work group> or gap:<list>; those without one: empty
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           stage                     VARCHAR
--           stage_on                  DATE
--           stage_days                BIGINT   天, null without the date of its stage
--           limit_days                BIGINT   天, null where there is no limit
--           over_days                 BIGINT   天, null where it is within its limit
--           contract_wan              DOUBLE   万元, null without a contract
--           intended_wan              DOUBLE   万元, null with a contract
--           in_place_wan              DOUBLE   万元
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           leader_name               VARCHAR
--           officer_name              VARCHAR
-- order:    money descending, nulls last, then project_id
select
    chosen.project_id,
    chosen.project_name,
    chosen.stage,
    chosen.stage_on,
    chosen.stage_days,
    chosen.limit_days,
    chosen.over_days,
    chosen.contract_wan,
    chosen.intended_wan,
    chosen.in_place_wan,
    parks.park_name,
    chosen.unit_name,
    chosen.leader_name,
    chosen.officer_name,
from pipeline_projects($as_of, $stage_limits, $scope) as chosen
left join parks_in_force($as_of) as parks on chosen.park_id = parks.park_id
where
    ($cohort_year is null or chosen.cohort_year = $cohort_year)
    and (
        $listed = 'stage:' || coalesce(chosen.stage, '')
        or ($listed = 'group:' || coalesce(chosen.work_group, '') and coalesce(chosen.stage, '') <> 'dropped')
        or (
            $listed like 'gap:%'
            and is_listed(substring($listed, 5), stage, rank, over_days, in_place_wan, earlier_stage)
        )
    )
order by chosen.stated_wan desc nulls last, chosen.project_id
limit $most;
