-- enclave_reconciliation: whether both books of a year add up to the region's total, one row per metric. The total is
-- summed over the projects without asking for any unit.
--
-- reads:    books, values_brought, values_credited
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
-- returns:  stamp                VARCHAR  internal, on every row
--           metric               VARCHAR
--           project_count        BIGINT   个, that state a value of the metric
--           region_value         DOUBLE   in the metric's unit
--           local_total_value    DOUBLE   in the metric's unit
--           credited_total_value DOUBLE   in the metric's unit
--           shared_value         DOUBLE   in the metric's unit, of enclaves
--           host_share_value     DOUBLE   in the metric's unit, of it to the hosts
--           is_balanced          BOOLEAN  to a millionth
-- order:    metric
with region as (
    select
        metric,
        count(distinct project_id) as project_count,
        sum(brought_value) as region_value,
    from values_brought(
        book_first_on($as_of, $year), book_last_on($as_of, $year), $scope
    )
    group by metric
),
kept as (
    select metric, sum(local_value) as local_total_value, sum(credited_value) as credited_total_value
    from books(
        book_first_on($as_of, $year), book_last_on($as_of, $year), $scope,
        $credit_share, $credit_metrics, $credit_from, $credit_until, $credit_shares
    )
    group by metric
),
shared as (
    select
        metric,
        sum(brought_value) as shared_value,
        sum(brought_value - introduced_value) as host_share_value,
    from values_credited(
        book_first_on($as_of, $year), book_last_on($as_of, $year), $scope,
        $credit_share, $credit_metrics, $credit_from, $credit_until, $credit_shares
    )
    where is_shared
    group by metric
)
select
    'internal' as stamp,
    region.metric,
    region.project_count,
    region.region_value,
    kept.local_total_value,
    kept.credited_total_value,
    coalesce(shared.shared_value, 0) as shared_value,
    coalesce(shared.host_share_value, 0) as host_share_value,
    greatest(
        abs(kept.local_total_value - region.region_value), abs(kept.credited_total_value - region.region_value)
    ) <= 0.000001 * greatest(1, abs(region.region_value)) as is_balanced,
from region
inner join kept on region.metric = kept.metric
left join shared on region.metric = shared.metric
where is_chosen(region.metric, $metrics)
order by region.metric;
