-- target_progress: the region's targets of a year against what was done and against the calendar, one row per
-- (metric, tier) that has a target. The region's own target counts where one is stated, else the sum over its units.
--
-- reads:    targets_as_of, done_by
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
done as (
    select metric, sum(done_value) as done_value, sum(counted) as counted
    from done_by(cast(date_trunc('year', $as_of) as date), $as_of)
    group by metric
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
        sum_done(done.done_value, done.counted) as done_value,
        cast($as_of - calendar.first_day + 1 as double) / (calendar.next_first_day - calendar.first_day) as passed,
    from aimed
    left join done on aimed.metric = done.metric
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
