-- cumulative_by_month: the year up to the end of each month, beside the year before and the even pace of its target,
-- one row per (month of the year of the newest ledger, metric), months to come too. Cumulative money counts from the
-- last ledger before the year. The year before is as published then, where a ledger ended with the month. The target
-- is the region's own of the base tier, else the sum over its units; of chosen units, or of chosen parks, theirs; none
-- is set for industries, stages, or units and parks together. See done_by_month for who is counted, progress_compared
-- for what is known.
--
-- reads:    ledger_bounds, months_through, monthly_metrics, progress_compared, published_before, targets_as_of,
--           unit_keys, park_keys
-- params:   $as_of       DATE       ledger date, inclusive
--           $metric            VARCHAR    the one metric, null for all
--           $pace_by           VARCHAR    days | months, by which even pace is counted
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  metric                    VARCHAR  of monthly_metrics
--           value_unit                VARCHAR  count | wan
--           period_to                 DATE     last day of the month
--           period_value              DOUBLE   in the unit; null when not known, as in months to come
--           last_year_value           DOUBLE   in the unit, up to the same month a year before, as published then
--           yoy_pct                   DOUBLE   %, null without a base above 0
--           recounted_value           DOUBLE   in the unit, up to the same month a year before, as counted today
--           recounted_yoy_pct         DOUBLE   %, on recounted_value; null without a base above 0
--           target_value              DOUBLE   in the unit; null where none is set for the scope
--           even_pace_value           DOUBLE   in the unit, target × the part of the year that has passed
--           is_told                   BOOLEAN  not after the newest ledger
-- order:    metric, then period_to
with bounds as (
    select
        told_to,
        cast(date_trunc('year', told_to) as date) as year_from,
        cast(date_trunc('year', told_to) + interval 1 year as date) as next_year_from,
    from ledger_bounds($as_of)
),
ends as (
    select told_to, months.period_to, year_passed(months.period_to, $pace_by) as passed
    from bounds
    cross join months_through((select year_from from bounds), (select next_year_from - 1 from bounds)) as months
),
aimed as (
    select
        metric,
        case
            when $scope.industries is not null or $scope.stages is not null then null
            when $scope.units is not null and $scope.parks is not null then null
            when $scope.units is not null
                then sum(target_value) filter (unit_id is not null and is_chosen(unit_id, $scope.units))
            when $scope.parks is not null
                then sum(target_value) filter (park_id is not null and is_chosen(park_id, $scope.parks))
            else
                coalesce(
                    sum(target_value) filter (unit_name is null and park_name is null),
                    sum(target_value) filter (unit_name is not null)
                )
        end as target_value,
    from targets_as_of($as_of) as targets
    left join unit_keys($as_of) as unit_keys on targets.unit_name = unit_keys.spoken
    left join park_keys($as_of) as park_keys on targets.park_name = park_keys.spoken
    where target_tier = 'base' and year = (select date_part('year', told_to) from ledger_bounds($as_of))
    group by metric
),
published as (
    select * from published_before($as_of, $scope)
),
done as (
    select * from progress_compared($as_of, $scope) where grain = 'to_date'
)
select
    metrics.metric,
    metrics.value_unit,
    ends.period_to,
    max(done.period_value) filter (done.period_to = ends.period_to) as period_value,
    case
        when count(published.metric) > 0 then max(published.published_value)
        else max(done.period_value) filter (done.period_to < ends.period_to)
    end as last_year_value,
    max(done.yoy_pct) filter (done.period_to = ends.period_to) as yoy_pct,
    max(done.period_value) filter (done.period_to < ends.period_to) as recounted_value,
    max(done.recounted_yoy_pct) filter (done.period_to = ends.period_to) as recounted_yoy_pct,
    target_value,
    target_value * ends.passed as even_pace_value,
    ends.period_to <= told_to as is_told,
from ends
cross join monthly_metrics() as metrics
left join done
    on
        metrics.metric = done.metric
        and done.period_to in (ends.period_to, last_day(cast(ends.period_to - interval 1 year as date)))
left join published
    on
        metrics.metric = published.metric
        and published.span_to = last_day(cast(ends.period_to - interval 1 year as date))
        and published.span_from = date_trunc('year', published.span_to)
left join aimed on metrics.metric = aimed.metric
where $metric is null or metrics.metric = $metric
group by
    metrics.metric, metrics.value_unit, ends.period_to, ends.passed, ends.told_to, target_value
order by metrics.metric, ends.period_to;
