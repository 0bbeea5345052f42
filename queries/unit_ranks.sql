-- unit_ranks: the place of each unit among those of its group by the share of its target that is done, one row per
-- (unit, metric, tier) that has one, with how many places it rose since the month before and since the same day of last
-- year. A month without a ledger stands as the ledger before it. Places by what was done are those of queries/ranks.
--
-- reads:    goals_met, units_as_of, imports_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $metrics     VARCHAR[]  metrics, null for all
--           $unit_group  VARCHAR    territory | department | unsorted, null for all
-- returns:  unit_id                VARCHAR
--           unit_name              VARCHAR
--           unit_group             VARCHAR
--           metric                 VARCHAR
--           target_tier            VARCHAR
--           place                  BIGINT   ties share the higher place
--           place_count            BIGINT   个, units that have a place
--           place_before           BIGINT   null without a ledger of the year before this month
--           places_risen           BIGINT   negative where it fell, null without a place before
--           place_year_ago         BIGINT   null without a ledger or a target of last year
--           places_risen_year      BIGINT   negative where it fell, null without a place a year ago
-- order:    metric, then target_tier, then unit_group, then place, then unit_id
with met as (
    select 1 as moment, goals.*
    from goals_met($as_of, $as_of, 'days') as goals
    union all
    select 2 as moment, goals.*
    from goals_met($as_of, cast(date_trunc('month', $as_of) as date) - 1, 'days') as goals
    union all
    select 3 as moment, goals.*
    from goals_met(year_ago($as_of), year_ago($as_of), 'days') as goals
),
-- A moment counts where its year has a ledger by then.
ledgers as (
    select
        max(period) filter (period < date_trunc('month', $as_of)) >= date_trunc('year', $as_of) as has_before,
        max(period) filter (period <= year_ago($as_of)) >= date_trunc('year', year_ago($as_of)) as has_year_ago,
    from imports_in_force($as_of)
    where import_kind = 'ledger'
),
valued as (
    select
        met.moment,
        met.unit_id,
        coalesce(register.unit_name, met.unit_id) as unit_name,
        unit_group_of(register.unit_kind) as unit_group,
        met.metric,
        met.target_tier,
        round(met.completion_pct, 6) as ranked_value,
    from met
    cross join ledgers
    left join units_as_of($as_of) as register on met.unit_id = register.unit_id
    where
        met.unit_id is not null
        and case met.moment when 1 then true when 2 then ledgers.has_before else ledgers.has_year_ago end
),
placed as (
    select
        *,
        rank() over (partition by moment, unit_group, metric, target_tier order by ranked_value desc) as place,
        count(*) over (partition by moment, unit_group, metric, target_tier) as place_count,
    from valued
    where ranked_value is not null
)
select
    today.unit_id,
    today.unit_name,
    today.unit_group,
    today.metric,
    today.target_tier,
    today.place,
    today.place_count,
    before.place as place_before,
    before.place - today.place as places_risen,
    last_year.place as place_year_ago,
    last_year.place - today.place as places_risen_year,
from placed as today
left join placed as before
    on before.moment = 2
    and today.unit_id = before.unit_id
    and today.metric = before.metric
    and today.target_tier = before.target_tier
left join placed as last_year
    on last_year.moment = 3
    and today.unit_id = last_year.unit_id
    and today.metric = last_year.metric
    and today.target_tier = last_year.target_tier
where
    today.moment = 1
    and ($metrics is null or today.metric = any(cast($metrics as varchar[])))
    and ($unit_group is null or today.unit_group = $unit_group)
order by today.metric, today.target_tier, today.unit_group, today.place, today.unit_id;
