-- campaign_weeks: what each week left of a campaign has to bring for the region to reach its targets, one row per
-- (metric, week). Weeks count from the day after the ledger; each takes its days' share of what is left, counts as
-- whole projects, and the weeks sum to what is left.
--
-- reads:    campaign_met, campaigns_as_of
-- params:   $as_of        DATE     ledger date, inclusive
--           $campaign_id  VARCHAR  which campaign
-- returns:  metric               VARCHAR
--           week_number          BIGINT   from 1
--           week_first_on        DATE
--           week_last_on         DATE
--           planned_value        DOUBLE   in the metric's unit
--           planned_total_value  DOUBLE   in the metric's unit, done and planned by the week's end
-- order:    metric, then week_number
with clock as (
    select *, greatest(cast($as_of + 1 as date), first_on) as from_on
    from campaigns_as_of($as_of)
    where campaign_id = $campaign_id and days_left > 0
),
numbers as (select unnest(range(1, cast(ceil(days_left / 7.0) as bigint) + 1)) as number from clock),
weeks as (
    select
        number as week_number,
        clock.from_on + cast(7 * (number - 1) as integer) as week_first_on,
        least(clock.from_on + cast(7 * number - 1 as integer), clock.last_on) as week_last_on,
        7.0 * (number - 1) / clock.days_left as share_before,
        least(7.0 * number / clock.days_left, 1.0) as share,
    from clock
    cross join numbers
),
goals as (
    select metric, coalesce(done_value, 0) as done_value, coalesce(left_value, target_value) as left_value
    from campaign_met($as_of, $campaign_id, 'points', 0, 0)
    where is_region
),
planned as (
    select
        goals.metric,
        goals.done_value,
        weeks.*,
        case
            when goals.metric like '%_count' then round(goals.left_value * weeks.share)
            else goals.left_value * weeks.share
        end as by_then,
        case
            when goals.metric like '%_count' then round(goals.left_value * weeks.share_before)
            else goals.left_value * weeks.share_before
        end as before_then,
    from goals
    cross join weeks
)
select
    metric,
    week_number,
    week_first_on,
    week_last_on,
    by_then - before_then as planned_value,
    done_value + by_then as planned_total_value,
from planned
order by metric, week_number;
