-- pipeline_cohorts: what became of the projects by the year of their first date, one row per year that has any; those
-- without any date stand last. A stage is reached as in pipeline_stages. A young year has had less time.
--
-- reads:    pipeline_projects
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
-- returns:  cohort_year               BIGINT   null for projects without any date
--           project_count             BIGINT   个
--           reached_signed_count      BIGINT   个
--           reached_started_count     BIGINT   个
--           reached_producing_count   BIGINT   个
--           dropped_count             BIGINT   个
--           ever_signed_share_pct          DOUBLE   %, signed ÷ all of the year, never null
--           ever_started_share_pct         DOUBLE   %, started ÷ signed; null where none was signed
--           ever_producing_share_pct       DOUBLE   %, producing ÷ started; null where none was started
-- order:    cohort_year descending, nulls last
select
    cohort_year,
    count(*) as project_count,
    count(*) filter (reached_rank >= 5) as reached_signed_count,
    count(*) filter (reached_rank >= 6) as reached_started_count,
    count(*) filter (reached_rank >= 9) as reached_producing_count,
    count(*) filter (stage = 'dropped') as dropped_count,
    100.0 * count(*) filter (reached_rank >= 5) / count(*) as ever_signed_share_pct,
    100.0 * count(*) filter (reached_rank >= 6)
    / nullif(count(*) filter (reached_rank >= 5), 0) as ever_started_share_pct,
    100.0 * count(*) filter (reached_rank >= 9)
    / nullif(count(*) filter (reached_rank >= 6), 0) as ever_producing_share_pct,
from pipeline_projects($as_of, $stage_limits, $scope)
group by cohort_year
order by cohort_year desc nulls last;
