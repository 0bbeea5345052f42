-- target_progress: the region's targets of a year against what was done and against the calendar, one row per
-- (metric, tier) that has a target. The region's own target counts where one is stated, else the sum over its units.
--
-- reads:    goals_lit
-- params:   $as_of             DATE     ledger date, inclusive
--           $pace_by           VARCHAR  days | months: what even pace counts
--           $lamp_rule         VARCHAR  points | share: what of even pace may be missing
--           $yellow_below      DOUBLE   %, further behind than this is yellow
--           $red_below         DOUBLE   %, further behind than this is red
--           $red_after_months  BIGINT   1: red at once, 2: only when behind at the ledger before, too
-- returns:  metric                    VARCHAR
--           target_tier               VARCHAR
--           target_value              DOUBLE   in the metric's unit
--           done_value                DOUBLE   in the metric's unit, null when no project states it
--           even_pace_value           DOUBLE   in the metric's unit
--           ahead_value               DOUBLE   in the metric's unit
--           completion_pct            DOUBLE   %
--           pace_pct                  DOUBLE   %
--           ahead_points              DOUBLE   %, completion less calendar
--           required_per_day_value    DOUBLE   in the metric's unit, null after the year's last day
--           required_per_month_value  DOUBLE   in the metric's unit, null after the year's last month
--           lamp                      VARCHAR  null where nothing is stated
-- order:    metric, then target_tier
select
    metric,
    target_tier,
    target_value,
    done_value,
    even_pace_value,
    ahead_value,
    completion_pct,
    pace_pct,
    ahead_points,
    required_per_day_value,
    required_per_month_value,
    lamp,
from goals_lit($as_of, $pace_by, $lamp_rule, $yellow_below, $red_below, $red_after_months)
where is_region
order by metric, target_tier;
