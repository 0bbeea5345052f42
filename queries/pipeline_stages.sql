-- pipeline_stages: how many projects and how much money stand in each stage, how many came that far and how long it
-- took, one row per stage in order; dropped ones and those without a stage follow, where there are any.
--
-- A stage is reached by whoever stands in it or beyond, or has its date or a later one: skipped stages count as
-- reached. Time in a stage runs from its date to the next stage's that is stated, or to the day it was dropped; a stage
-- that is not over is left out of median and p90, and so is one that would end before it began (misdated_count).
--
-- reads:    pipeline_projects
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits  BIGINT[]   days a project may stand in each stage, lead to at capacity; null or 0 for none
--           $parks         VARCHAR[]  park ids, null for all
--           $units         VARCHAR[]  introducing unit ids, null for all
--           $industries    VARCHAR[]  industry names, null for all
--           $stages        VARCHAR[]  stages, null for all, dropped ones too
--           $cohort_year   BIGINT     only projects whose first date falls in that year, null for all
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
    select *
    from pipeline_projects($as_of, $stage_limits, $parks, $units, $industries, $stages)
    where $cohort_year is null or cohort_year = $cohort_year
),
steps as (select rank, stage_of(rank) as stage from generate_series(1, 10) as ranks (rank)),
standing as (
    select
        stage,
        count(*) as project_count,
        sum(contract_wan) as contract_wan,
        sum(intended_wan) as intended_wan,
        count(*) filter (stage_on is null) as undated_count,
        count(*) filter (over_days > 0) as stuck_count,
        max(limit_days) as limit_days,
    from chosen
    group by stage
),
spells as (
    select
        steps.rank,
        chosen.reached_rank,
        case steps.rank
            when 1 then coalesce(negotiating_on, intent_on, agreement_on, signed_on, started_on, building_on, after_7)
            when 2 then coalesce(intent_on, agreement_on, signed_on, started_on, building_on, after_7)
            when 3 then coalesce(agreement_on, signed_on, started_on, building_on, after_7)
            when 4 then coalesce(signed_on, started_on, building_on, after_7)
            when 5 then coalesce(started_on, building_on, after_7)
            when 6 then coalesce(building_on, after_7)
            when 7 then after_7
            when 8 then coalesce(producing_on, at_capacity_on, dropped_on)
            when 9 then coalesce(at_capacity_on, dropped_on)
            when 10 then dropped_on
        end - case steps.rank
            when 1 then lead_on
            when 2 then negotiating_on
            when 3 then intent_on
            when 4 then agreement_on
            when 5 then signed_on
            when 6 then started_on
            when 7 then building_on
            when 8 then completed_on
            when 9 then producing_on
            when 10 then at_capacity_on
        end as spell_days,
    from (select *, coalesce(completed_on, producing_on, at_capacity_on, dropped_on) as after_7 from chosen) as chosen
    cross join steps
),
histories as (
    select
        rank,
        count(*) filter (reached_rank >= rank) as reached_stage_count,
        count(*) filter (reached_rank >= rank - 1) as reached_before_count,
        median(spell_days) filter (spell_days >= 0) as median_days,
        quantile_cont(spell_days, 0.9) filter (spell_days >= 0) as p90_days,
        count(*) filter (spell_days >= 0) as left_count,
        count(*) filter (spell_days < 0) as misdated_count,
    from spells
    group by rank
)
select
    coalesce(steps.stage, standing.stage) as stage,
    coalesce(standing.project_count, 0) as project_count,
    standing.contract_wan,
    standing.intended_wan,
    case when steps.rank is not null then coalesce(histories.reached_stage_count, 0) end as reached_stage_count,
    case
        when steps.rank > 1 then 100.0 * histories.reached_stage_count / nullif(histories.reached_before_count, 0)
    end as conversion_pct,
    cast(histories.median_days as double) as median_days,
    cast(histories.p90_days as double) as p90_days,
    coalesce(histories.left_count, 0) as left_count,
    coalesce(standing.undated_count, 0) as undated_count,
    coalesce(histories.misdated_count, 0) as misdated_count,
    limit_of($stage_limits, steps.rank) as limit_days,
    coalesce(standing.stuck_count, 0) as stuck_count,
from steps
full join standing on steps.stage = standing.stage
left join histories on steps.rank = histories.rank
order by steps.rank nulls last, standing.stage nulls last;
