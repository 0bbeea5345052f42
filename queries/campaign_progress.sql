-- campaign_progress: a campaign's targets for the whole region against what was done and against its clock, one row per
-- metric. The region's own target counts where one is stated, else the sum over its units.
--
-- reads:    campaign_met
-- params:   $as_of         DATE       ledger date, inclusive
--           $campaign_id   VARCHAR    which campaign
--           $lamp_rule     VARCHAR    points | share: what of even pace may be missing
--           $yellow_below  DOUBLE     %, further behind than this is yellow
--           $red_below     DOUBLE     %, further behind than this is red
-- returns:  metric                   VARCHAR
--           target_value             DOUBLE   in the metric's unit
--           done_value               DOUBLE   in the metric's unit, null before the first day or when nothing is stated
--           even_pace_value          DOUBLE   in the metric's unit
--           ahead_value              DOUBLE   in the metric's unit
--           completion_pct           DOUBLE   %
--           pace_pct                 DOUBLE   %
--           ahead_points             DOUBLE   %, completion less clock
--           left_value               DOUBLE   in the metric's unit, 0 where the target is reached
--           required_per_day_value   DOUBLE   in the metric's unit, null after the last day
--           required_per_week_value  DOUBLE   in the metric's unit, null after the last day
--           lamp                     VARCHAR
-- order:    metric
select
    metric,
    target_value,
    done_value,
    even_pace_value,
    ahead_value,
    completion_pct,
    pace_pct,
    ahead_points,
    left_value,
    required_per_day_value,
    required_per_week_value,
    lamp,
from campaign_met($as_of, $campaign_id, $lamp_rule, $yellow_below, $red_below)
where is_region
order by metric;
