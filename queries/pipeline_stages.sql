-- pipeline_stages: how many projects and how much money stand in each stage, how many came that far and how long it
-- took, one row per stage in order; dropped ones and those without a stage follow, where there are any.
--
-- A stage is reached by whoever stands in it or beyond, or has its date or a later one: skipped stages count as
-- reached. Time in a stage runs from its date to the next stage's that is stated, or to the day it was dropped; a stage
-- that is not over is left out of median and p90, and so is one that would end before it began (misdated_count).
--
-- reads:    pipeline_projects, stage_dates, stages
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
--           $cohort_year       BIGINT     only projects whose first date falls in that year, null for all
-- returns:  stage                     VARCHAR  null for projects that state none
--           project_count             BIGINT   个, now in the stage
--           contract_wan              DOUBLE   万元, of projects now in it that have a contract
--           intended_wan              DOUBLE   万元, of projects now in it that have none
--           reached_stage_count       BIGINT   个, ever; null for dropped and unstated
--           conversion_pct            DOUBLE   %, of those who reached the stage before; null where there are none
--           median_days               DOUBLE   天, null where none has left the stage
--           p90_days                  DOUBLE   天, null where none has left the stage
--           left_count                BIGINT   个, the base of median and p90
--           undated_count             BIGINT   个, now in it without the date on which that began
--           misdated_count            BIGINT   个, whose dates contradict each other
--           limit_days                BIGINT   天, null where there is no limit
--           stuck_count               BIGINT   个, now in it for longer than the limit
-- order:    the stages' order, then dropped, then unstated
with chosen as (
    select project_id, stage, stage_on, over_days, reached_rank, contract_wan, intended_wan
    from pipeline_projects($as_of, $stage_limits, $scope)
    where $cohort_year is null or cohort_year = $cohort_year
),
standing as (
    select
        stage,
        count(*) as project_count,
        sum(contract_wan) as contract_wan,
        sum(intended_wan) as intended_wan,
        count(*) filter (stage_on is null) as undated_count,
        count(*) filter (over_days > 0) as stuck_count,
    from chosen
    group by stage
),
spells as (
    select stage_rank, left_on - reached_on as spell_days
    from stage_dates($as_of, $scope)
    where stage_rank is not null and ($cohort_year is null or project_id in (select project_id from chosen))
),
histories as (
    select
        stage_rank,
        median(spell_days) filter (spell_days >= 0) as median_days,
        quantile_cont(spell_days, 0.9) filter (spell_days >= 0) as p90_days,
        count(*) filter (spell_days >= 0) as left_count,
        count(*) filter (spell_days < 0) as misdated_count,
    from spells
    group by stage_rank
),
furthest as (select reached_rank, count(*) as project_count from chosen group by reached_rank),
reaching as (
    select
        stages.stage,
        stages.stage_rank as rank,
        coalesce(sum(project_count) filter (reached_rank >= stages.stage_rank), 0) as reached_stage_count,
        sum(project_count) filter (reached_rank >= stages.stage_rank - 1) as reached_before_count,
    from stages() as stages
    left join furthest on true
    group by stages.stage, stages.stage_rank
)
select
    coalesce(reaching.stage, standing.stage) as stage,
    coalesce(standing.project_count, 0) as project_count,
    standing.contract_wan,
    standing.intended_wan,
    cast(reaching.reached_stage_count as bigint) as reached_stage_count,
    case
        when reaching.rank > 1
            then 100.0 * reaching.reached_stage_count / nullif(reaching.reached_before_count, 0)
    end as conversion_pct,
    cast(histories.median_days as double) as median_days,
    cast(histories.p90_days as double) as p90_days,
    coalesce(histories.left_count, 0) as left_count,
    coalesce(standing.undated_count, 0) as undated_count,
    coalesce(histories.misdated_count, 0) as misdated_count,
    limit_of($stage_limits, reaching.rank) as limit_days,
    coalesce(standing.stuck_count, 0) as stuck_count,
from reaching
full join standing on reaching.stage = standing.stage
left join histories on reaching.rank = histories.stage_rank
order by reaching.rank nulls last, standing.stage nulls last;
