-- enclave_entries: whether each enclave meets both conditions of entry, industry and intensity against the threshold in
-- force on its signing date, one row per project.
--
-- reads:    enclaves_entering, units_as_of
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $year              BIGINT     year signed, null for all and those not signed
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                 VARCHAR
--           project_name               VARCHAR
--           unit_label                  VARCHAR
--           park_label                  VARCHAR
--           signed_on                  DATE
--           entry_verdict              VARCHAR
--           industry_name              VARCHAR
--           park_industries            VARCHAR
--           is_industry_fit            BOOLEAN  null when the park states no leading industries or the project none
--           land_mu                    DOUBLE   亩
--           invested_wan               DOUBLE   万元
--           intensity_wan_per_mu       DOUBLE   万元/亩, null without land or investment
--           threshold_wan_per_mu       DOUBLE   万元/亩
--           threshold_origin           VARCHAR
--           threshold_source           VARCHAR  null unless a table of thresholds gives it
--           shortfall_wan_per_mu       DOUBLE   万元/亩, null unless below the threshold
--           shortfall_wan              DOUBLE   万元, null unless below the threshold
-- order:    those not fit first, then those not judged; then shortfall_wan descending, nulls last, then project_id
select
    entering.project_id,
    entering.project_name,
    label_of(introducers.unit_name, entering.unit_id) as unit_label,
    label_of(entering.park_name, entering.park_id) as park_label,
    entering.signed_on,
    entering.entry_verdict,
    entering.industry_name,
    entering.park_industries,
    entering.is_industry_fit,
    entering.land_mu,
    entering.invested_wan,
    entering.intensity_wan_per_mu,
    entering.threshold_wan_per_mu,
    entering.threshold_origin,
    entering.threshold_source,
    entering.shortfall_wan_per_mu,
    entering.shortfall_wan,
from enclaves_entering($as_of, $basis, $threshold, $judged, $scope, $year) as entering
left join units_as_of($as_of) as introducers on entering.unit_id = introducers.unit_id
order by
    case entering.entry_verdict when 'unfit' then 1 when 'unjudged' then 2 else 3 end,
    shortfall_wan desc nulls last,
    entering.project_id
limit $most;
