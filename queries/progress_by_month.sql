-- progress_by_month: what each month or quarter brought, beside the same span of the year before and the span before
-- it, one row per (grain, period, metric). Months go up to the newest ledger in force, from January two years before
-- it, but not back beyond the first ledger's year: of the years before nothing is known, and what is not known is
-- null. Counts and contract money go by the projects' dates, which later ledgers state for a month without its own.
-- Money added is a difference of two ledgers: a period that has no ledger at its end brought an unknown sum, and the
-- next one holds it too. See done_by_month for who is counted, progress_compared for what is known.
--
-- reads:    progress_compared
-- params:   $as_of       DATE       ledger date, inclusive
--           $grain             VARCHAR    month | quarter, null for both
--           $metric            VARCHAR    the one metric, null for all
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  grain                     VARCHAR
--           metric                    VARCHAR  of monthly_metrics
--           value_unit                VARCHAR  count | wan
--           period_from               DATE
--           period_to                 DATE     last day, of a running quarter the newest ledger's
--           period_value              DOUBLE   in the unit; null when not known, or stated by no project
--           last_year_value           DOUBLE   in the unit, of the same months a year before, as published then
--           yoy_pct                   DOUBLE   %, null without a base above 0 that spans as many months
--           recounted_value           DOUBLE   in the unit, of the same months a year before, as counted today
--           recounted_yoy_pct         DOUBLE   %, on recounted_value; null as yoy_pct
--           previous_value            DOUBLE   in the unit, of the whole period before; null when not known
--           pop_pct                   DOUBLE   %, null as yoy_pct, and for a running quarter
--           months_covered            BIGINT   months since the ledger that money is counted from; null without one
--           is_partial                BOOLEAN  a quarter that still runs
--           has_ledger                BOOLEAN  a ledger speaks at the period's end
--           monthless_count           BIGINT   个, projects that stand in no period for want of the date
-- order:    grain, then metric, then period_from
select
    grain,
    metric,
    value_unit,
    period_from,
    period_to,
    period_value,
    last_year_value,
    yoy_pct,
    recounted_value,
    recounted_yoy_pct,
    previous_value,
    pop_pct,
    months_covered,
    period_to < last_day(cast(period_from + to_months(month_count - 1) as date)) as is_partial,
    has_ledger,
    monthless_count,
from progress_compared($as_of, $scope)
where
    (grain = $grain or ($grain is null and grain in ('month', 'quarter')))
    and ($metric is null or metric = $metric)
order by grain, metric, period_from;
