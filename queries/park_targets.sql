-- park_targets: one park's own targets of the year against what its projects did and against the calendar, one row per
-- (metric, tier); none where the park has no target. What is done is of the projects that stand in the park, whoever
-- brought them.
--
-- reads:    targets_as_of, park_keys, done_in_year
-- params:   $as_of       DATE       ledger date, inclusive
--           $park_id     VARCHAR    which park
--           $pace_by     VARCHAR    days | months: what even pace counts
--           $lamp_rule   VARCHAR    points | share: what of even pace may be missing
--           $yellow_below DOUBLE    %, further behind than this is yellow
--           $red_below   DOUBLE     %, further behind than this is red
-- returns:  metric                    VARCHAR
--           target_tier               VARCHAR
--           target_value              DOUBLE   in the metric's unit
--           done_value                DOUBLE   in the metric's unit, null when none of its projects states it
--           completion_pct            DOUBLE   %
--           pace_pct                  DOUBLE   %
--           ahead_points              DOUBLE   %, completion less calendar
--           left_value                DOUBLE   in the metric's unit
--           lamp                      VARCHAR  red at once; null where nothing is stated
-- order:    metric, then target_tier
with goals as (
    select targets.metric, targets.target_tier, sum(targets.target_value) as target_value
    from targets_as_of($as_of) as targets
    inner join park_keys($as_of) as keys on targets.park_name = keys.spoken
    where keys.park_id = $park_id and targets.unit_name is null and targets.year = extract(year from $as_of)
    group by targets.metric, targets.target_tier
),
done as (
    select metric, sum_done(sum(done_value), sum(counted)) as done_value
    from done_in_year($as_of)
    where park_id = $park_id
    group by metric
),
met as (
    select
        goals.*,
        true as is_begun,
        done_or_none(done.done_value, done.metric, is_begun) as done_value,
        year_passed($as_of, $pace_by) as passed,
    from goals
    left join done on goals.metric = done.metric
),
paced as (
    select
        *,
        completion_of(done_value, target_value) as completion_pct,
        100.0 * passed as pace_pct,
        lamp_of(behind_pace(completion_pct, pace_pct, $lamp_rule), $yellow_below, $red_below) as day_lamp,
        false as is_forgiven,
    from met
)
select
    metric,
    target_tier,
    target_value,
    done_value,
    completion_pct,
    pace_pct,
    completion_pct - pace_pct as ahead_points,
    left_of(done_value, target_value) as left_value,
    lamp_shown(day_lamp, is_forgiven) as lamp,
from paced
order by metric, target_tier;
