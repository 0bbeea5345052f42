-- unit_ranks: the place of each unit among those of its group by the share of its target that is done, one row per
-- (unit, metric, tier) that has one, with how many places it rose since the month before and since the same day of last
-- year. A month without a ledger stands as the ledger before it. Places by what was done are those of queries/ranks.
--
-- reads:    goals_as_of, units_in_year, moments_compared, units_as_of
-- params:   $as_of       DATE       ledger date, inclusive
--           $metrics     VARCHAR[]  metrics, null for all
--           $unit_group  VARCHAR    territory | department | unsorted, null for all
-- returns:  unit_id                VARCHAR
--           unit_label              VARCHAR
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
with goals as (
    select false as is_of_last_year, goals.* from goals_as_of($as_of) as goals
    union all
    select true as is_of_last_year, goals.* from goals_as_of(year_ago($as_of)) as goals
),
done as (
    select 1 as moment, done.* from units_in_year($as_of) as done
    union all
    select 2 as moment, done.* from units_in_year(cast(date_trunc('month', $as_of) as date) - 1) as done
    union all
    select 3 as moment, done.* from units_in_year(year_ago($as_of)) as done
),
valued as (
    select
        moments.moment,
        goals.unit_id,
        label_of(register.unit_name, goals.unit_id) as unit_label,
        unit_group_of(register.unit_kind) as unit_group,
        goals.metric,
        goals.target_tier,
        round(completion_of(done_or_none(done.done_value, done.metric, true), goals.target_value), 6) as ranked_value,
    from goals
    inner join moments_compared($as_of) as moments on goals.is_of_last_year = (moments.moment = 3)
    left join done
        on moments.moment = done.moment
        and goals.unit_id = done.unit_id
        and goals.metric = done.metric
    left join units_as_of($as_of) as register on goals.unit_id = register.unit_id
    where not goals.is_region
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
    today.unit_label,
    today.unit_group,
    today.metric,
    today.target_tier,
    today.place,
    today.place_count,
    before.place as place_before,
    place_before - today.place as places_risen,
    last_year.place as place_year_ago,
    place_year_ago - today.place as places_risen_year,
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
    and is_chosen(today.metric, $metrics)
    and ($unit_group is null or today.unit_group = $unit_group)
order by today.metric, today.target_tier, today.unit_group, today.place, today.unit_id;
