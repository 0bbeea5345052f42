-- campaign_by_unit: each unit's targets of a campaign against what it did and against the clock, one row per (unit,
-- metric). A unit with results and no target has a row with no target: the units' done sums to the region's.
--
-- reads:    campaign_met, units_as_of
-- params:   $as_of         DATE       ledger date, inclusive
--           $campaign_id   VARCHAR    which campaign
--           $lamp_rule     VARCHAR    points | share: what of even pace may be missing
--           $yellow_below  DOUBLE     %, further behind than this is yellow
--           $red_below     DOUBLE     %, further behind than this is red
--           $scope.units   VARCHAR[]  unit ids, null for all
-- returns:  unit_id                  VARCHAR  null for projects that state no unit
--           unit_label                VARCHAR
--           unit_kind                VARCHAR
--           unit_group               VARCHAR
--           metric                   VARCHAR
--           target_tier              VARCHAR  always base
--           target_value             DOUBLE   in the metric's unit, null without a target
--           done_value               DOUBLE   in the metric's unit, null before the first day or when nothing is stated
--           even_pace_value          DOUBLE   in the metric's unit
--           ahead_value              DOUBLE   in the metric's unit
--           completion_pct           DOUBLE   %
--           pace_pct                 DOUBLE   %
--           ahead_points             DOUBLE   %, completion less clock
--           required_per_day_value   DOUBLE   in the metric's unit, null after the last day
--           required_per_week_value  DOUBLE   in the metric's unit, null after the last day
--           lamp                     VARCHAR  null without a target or where nothing is stated
-- order:    metric, then ahead_points ascending, nulls last, then unit_id
select
    goals.unit_id,
    label_of(register.unit_name, goals.unit_id) as unit_label,
    register.unit_kind,
    unit_group_of(register.unit_kind) as unit_group,
    goals.metric,
    'base' as target_tier,
    goals.target_value,
    goals.done_value,
    goals.even_pace_value,
    goals.ahead_value,
    goals.completion_pct,
    goals.pace_pct,
    goals.ahead_points,
    goals.required_per_day_value,
    goals.required_per_week_value,
    goals.lamp,
from campaign_met($as_of, $campaign_id, $lamp_rule, $yellow_below, $red_below) as goals
left join units_as_of($as_of) as register on goals.unit_id = register.unit_id
where not goals.is_region and is_chosen(goals.unit_id, $scope.units)
order by goals.metric, goals.ahead_points nulls last, goals.unit_id;
