-- overview_totals: how much stands in the chosen scope, one row.
--
-- reads:    projects_measured, parks_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $only              VARCHAR[]  project ids, null for all
-- returns:  project_count             BIGINT   个
--           signed_count              BIGINT   个
--           started_count             BIGINT   个
--           producing_count           BIGINT   个
--           enclave_count             BIGINT   个
--           park_count                BIGINT   个
--           contract_wan              DOUBLE   万元, of those with a contract, or without a stage stated
--           planned_fai_wan           DOUBLE   万元
--           done_fai_wan              DOUBLE   万元
--           in_place_wan              DOUBLE   万元
--           in_place_share_pct        DOUBLE   %, of projects that state contract and funds; null where there are none
--           outside_in_place_wan      DOUBLE   万元
--           foreign_usd_wan           DOUBLE   万美元
--           land_mu                   DOUBLE   亩
--           invested_wan              DOUBLE   万元
--           intensity_wan_per_mu      DOUBLE   万元/亩, null when no project has both land and investment
--           measured_count            BIGINT   个, with both land and investment
--           measured_unsigned_count   BIGINT   个, of them those before the contract
--           judged_count              BIGINT   个, of the measured those that a threshold is asked of
--           reached_count             BIGINT   个
--           short_count               BIGINT   个
--           missing_count             BIGINT   个
--           exempt_count              BIGINT   个, that no threshold is asked of
--           reached_share_pct         DOUBLE   %, of the judged; null when there are none
--           started_share_pct         DOUBLE   %, null when none is signed
-- order:    one row
with chosen as (
    select
        *,
        stage_rank(stage) as rank,
        intensity_wan_per_mu is not null as is_measured,
        is_paired(contract_wan, in_place_wan) and coalesce(stage, '') <> 'dropped' as is_counted,
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
    where is_picked(project_id, $only)
)
select
    count(*) as project_count,
    count(*) filter (rank >= 5) as signed_count,
    count(*) filter (rank >= 6) as started_count,
    count(*) filter (rank >= 9) as producing_count,
    count(*) filter (is_enclave) as enclave_count,
    (
        select count(*) from parks_in_force($as_of) where is_chosen(park_id, $scope.parks)
    ) as park_count,
    sum(contract_wan) as contract_wan,
    sum(planned_fai_wan) as planned_fai_wan,
    sum(done_fai_wan) as done_fai_wan,
    sum(in_place_wan) as in_place_wan,
    in_place_rate(sum(in_place_wan) filter (is_counted), sum(contract_wan) filter (is_counted)) as in_place_share_pct,
    sum(outside_in_place_wan) as outside_in_place_wan,
    sum(foreign_usd_wan) as foreign_usd_wan,
    sum(land_mu) as land_mu,
    sum(invested_wan) as invested_wan,
    intensity_of(sum(invested_wan) filter (is_measured), sum(land_mu) filter (is_measured)) as intensity_wan_per_mu,
    count(*) filter (is_measured) as measured_count,
    count(*) filter (is_measured and not is_contract) as measured_unsigned_count,
    count(*) filter (verdict in ('pass', 'short')) as judged_count,
    count(*) filter (verdict = 'pass') as reached_count,
    count(*) filter (verdict = 'short') as short_count,
    count(*) filter (not is_measured) as missing_count,
    count(*) filter (verdict = 'exempt') as exempt_count,
    100.0 * count(*) filter (verdict = 'pass')
    / nullif(count(*) filter (verdict in ('pass', 'short')), 0) as reached_share_pct,
    100.0 * count(*) filter (rank >= 6) / nullif(count(*) filter (rank >= 5), 0) as started_share_pct,
from chosen
order by project_count;
