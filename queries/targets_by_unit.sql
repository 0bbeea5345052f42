-- targets_by_unit: each unit's targets of a year against what it did and against the calendar, one row per (unit,
-- metric, tier). A unit that did something of a metric without a target of its own has a row with no target, projects
-- without a unit have one with no unit: the units' done sums to the region's.
--
-- reads:    goals_lit, units_as_of
-- params:   $as_of             DATE       ledger date, inclusive
--           $pace_by           VARCHAR    days | months: what even pace counts
--           $lamp_rule         VARCHAR    points | share: what of even pace may be missing
--           $yellow_below      DOUBLE     %, further behind than this is yellow
--           $red_below         DOUBLE     %, further behind than this is red
--           $red_after_months  BIGINT     1: red at once, 2: only when behind at the ledger before, too
--           $scope.units       VARCHAR[]  unit ids, null for all
--           $unit_group        VARCHAR    territory | department | unsorted, null for all
--           $metrics           VARCHAR[]  metrics, null for all
-- returns:  unit_id                   VARCHAR  null for projects that state no unit
--           unit_label                 VARCHAR
--           unit_kind                 VARCHAR
--           unit_group                VARCHAR
--           metric                    VARCHAR
--           target_tier               VARCHAR
--           target_value              DOUBLE   in the metric's unit, null without a target
--           done_value                DOUBLE   in the metric's unit, null when no project states it
--           even_pace_value           DOUBLE   in the metric's unit
--           ahead_value               DOUBLE   in the metric's unit
--           completion_pct            DOUBLE   %
--           pace_pct                  DOUBLE   %
--           ahead_points              DOUBLE   %, completion less calendar
--           required_per_day_value    DOUBLE   in the metric's unit, null after the year's last day
--           required_per_month_value  DOUBLE   in the metric's unit, null after the year's last month
--           lamp                      VARCHAR  null without a target or where nothing is stated
-- order:    metric, then target_tier, then ahead_points ascending, nulls last, then unit_id
with named as (
    select
        goals.*,
        label_of(register.unit_name, goals.unit_id) as unit_label,
        register.unit_kind,
        unit_group_of(register.unit_kind) as unit_group,
    from goals_lit($as_of, $pace_by, $lamp_rule, $yellow_below, $red_below, $red_after_months) as goals
    left join units_as_of($as_of) as register on goals.unit_id = register.unit_id
    where not goals.is_region
)
select
    unit_id,
    unit_label,
    unit_kind,
    unit_group,
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
from named
where
    is_chosen(unit_id, $scope.units)
    and ($unit_group is null or unit_group = $unit_group)
    and is_chosen(metric, $metrics)
order by metric, target_tier, ahead_points nulls last, unit_id;
