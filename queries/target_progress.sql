-- target_progress: the region's targets of a year against what was done and against the calendar, one row per
-- (metric, tier) that has a target. The region's own target counts where one is stated, else the sum over its units.
-- Counts and contract money are of projects signed within the year; cumulative money is what was added since the last
-- day of the year before.
--
-- reads:    targets_as_of, projects_as_of
-- params:   $as_of       DATE       ledger date, inclusive
-- returns:  metric                    VARCHAR
--           target_tier               VARCHAR
--           target_value              DOUBLE   in the metric's unit
--           done_value                DOUBLE   in the metric's unit, null when no project states it
--           even_pace_value           DOUBLE   in the metric's unit
--           ahead_value               DOUBLE   in the metric's unit
--           completion_pct            DOUBLE   %
--           pace_pct                  DOUBLE   %
--           ahead_points              DOUBLE   %, completion less calendar
-- order:    metric, then target_tier
with calendar as (
    select
        cast(date_trunc('year', $as_of) as date) as first_day,
        cast(date_trunc('year', $as_of) + interval 1 year as date) as next_first_day,
),
today as (select * from projects_as_of($as_of) where coalesce(stage, '') <> 'dropped'),
before as (select * from projects_as_of(cast(date_trunc('year', $as_of) - interval 1 day as date))),
moved as (
    select
        today.contract_wan,
        today.signed_on between calendar.first_day and $as_of as is_signed_now,
        today.started_on between calendar.first_day and $as_of as is_started_now,
        today.producing_on between calendar.first_day and $as_of as is_producing_now,
        today.done_fai_wan - coalesce(before.done_fai_wan, 0) as done_fai_wan,
        today.in_place_wan - coalesce(before.in_place_wan, 0) as in_place_wan,
        today.outside_in_place_wan - coalesce(before.outside_in_place_wan, 0) as outside_in_place_wan,
        today.foreign_usd_wan - coalesce(before.foreign_usd_wan, 0) as foreign_usd_wan,
    from today
    cross join calendar
    left join before on today.project_id = before.project_id
),
done as (
    select 'project_count' as metric, cast(count(*) as double) as done_value from moved where is_signed_now
    union all
    select 'contract_wan', case when count(*) = 0 then 0 else sum(contract_wan) end from moved where is_signed_now
    union all
    select 'large_count', count(*) from moved where is_signed_now and contract_wan >= 10000
    union all
    select 'started_count', count(*) from moved where is_started_now
    union all
    select 'producing_count', count(*) from moved where is_producing_now
    union all
    select 'done_fai_wan', sum(done_fai_wan) from moved
    union all
    select 'in_place_wan', sum(in_place_wan) from moved
    union all
    select 'outside_in_place_wan', sum(outside_in_place_wan) from moved
    union all
    select 'foreign_usd_wan', sum(foreign_usd_wan) from moved
),
aimed as (
    select
        metric,
        target_tier,
        coalesce(
            sum(target_value) filter (unit_name is null), sum(target_value) filter (unit_name is not null)
        ) as target_value,
    from targets_as_of($as_of)
    where (unit_name is not null or park_name is null) and year = extract(year from $as_of)
    group by metric, target_tier
),
paced as (
    select
        aimed.*,
        done.done_value,
        cast($as_of - calendar.first_day + 1 as double) / (calendar.next_first_day - calendar.first_day) as passed,
    from aimed
    inner join done on aimed.metric = done.metric
    cross join calendar
)
select
    metric,
    target_tier,
    target_value,
    done_value,
    target_value * passed as even_pace_value,
    done_value - target_value * passed as ahead_value,
    100.0 * done_value / target_value as completion_pct,
    100.0 * passed as pace_pct,
    100.0 * done_value / target_value - 100.0 * passed as ahead_points,
from paced
order by metric, target_tier;
