-- enclave_books: what a year brought by where it stands and by who is credited, one row per (metric, unit); projects
-- that state no unit have a row with none, so that either book sums to the region.
--
-- reads:    books, units_as_of
-- params:   $as_of          DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $year              BIGINT     year of the books, null for that of as_of
--           $metrics           VARCHAR[]  metrics, null for all
--           $credit_share      DOUBLE     %, the introducer's share of an enclave where no rule speaks
--           $credit_metrics    VARCHAR[]  of each line of the rules: the metric
--           $credit_from       DATE[]     of each line: the first signing date, inclusive
--           $credit_until      DATE[]     of each line: the last signing date, inclusive
--           $credit_shares     DOUBLE[]   of each line: the introducer's share, %
-- returns:  stamp              VARCHAR  internal, on every row
--           metric             VARCHAR
--           unit_id            VARCHAR  null for projects that state no unit
--           unit_label          VARCHAR
--           unit_kind          VARCHAR
--           local_value        DOUBLE   in the metric's unit, 0 where nothing stands
--           credited_value     DOUBLE   in the metric's unit, 0 where nothing is credited
--           gained_value       DOUBLE   in the metric's unit
-- order:    metric, then gained_value descending, then unit_id, nulls last
select
    'internal' as stamp,
    kept.metric,
    kept.unit_id,
    label_of(register.unit_name, kept.unit_id) as unit_label,
    register.unit_kind,
    kept.local_value,
    kept.credited_value,
    kept.credited_value - kept.local_value as gained_value,
from books(
    book_first_on($as_of, $year), book_last_on($as_of, $year), $scope,
    $credit_share, $credit_metrics, $credit_from, $credit_until, $credit_shares
) as kept
left join units_as_of($as_of) as register on kept.unit_id = register.unit_id
where is_chosen(kept.metric, $metrics)
order by kept.metric, gained_value desc, kept.unit_id nulls last;
