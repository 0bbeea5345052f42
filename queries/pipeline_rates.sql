-- pipeline_rates: what became of what was signed, one row. Dropped projects stay out. A project is signed, started or
-- producing by its stage; one that states no stage is counted in project_count only.
--
-- reads:    pipeline_projects
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
-- returns:  project_count             BIGINT   个
--           signed_count              BIGINT   个, signed or beyond
--           started_count             BIGINT   个, started or beyond
--           producing_count           BIGINT   个, producing or at capacity
--           agreement_count           BIGINT   个, with an agreement and no contract
--           agreement_wan             DOUBLE   万元, stated by those with an agreement only
--           signed_contract_wan       DOUBLE   万元, of the signed; null where none states it
--           paired_count              BIGINT   个, signed ones that state contract and funds in place
--           paired_contract_wan       DOUBLE   万元, the contracts of those
--           paired_in_place_wan       DOUBLE   万元, the funds in place of those
--           in_place_share_pct        DOUBLE   %, funds in place ÷ contracts of those; null where there are none
--           started_share_pct         DOUBLE   %, started ÷ signed; null where none is signed
--           producing_share_pct       DOUBLE   %, producing ÷ started; null where none is started
--           stuck_count               BIGINT   个, longer in their stage than its limit
--           stuck_wan                 DOUBLE   万元, contract or intended investment of those
-- order:    one row
with chosen as (
    select *, is_paired(contract_wan, in_place_wan) as is_counted
    from pipeline_projects($as_of, $stage_limits, $scope)
    where coalesce(stage, '') <> 'dropped'
)
select
    count(*) as project_count,
    count(*) filter (rank >= 5) as signed_count,
    count(*) filter (rank >= 6) as started_count,
    count(*) filter (rank >= 9) as producing_count,
    count(*) filter (rank = 4) as agreement_count,
    sum(intended_wan) filter (rank = 4) as agreement_wan,
    sum(contract_wan) filter (rank >= 5) as signed_contract_wan,
    count(*) filter (is_counted) as paired_count,
    sum(contract_wan) filter (is_counted) as paired_contract_wan,
    sum(in_place_wan) filter (is_counted) as paired_in_place_wan,
    in_place_rate(sum(in_place_wan) filter (is_counted), sum(contract_wan) filter (is_counted)) as in_place_share_pct,
    100.0 * count(*) filter (rank >= 6) / nullif(count(*) filter (rank >= 5), 0) as started_share_pct,
    100.0 * count(*) filter (rank >= 9) / nullif(count(*) filter (rank >= 6), 0) as producing_share_pct,
    count(*) filter (over_days > 0) as stuck_count,
    sum(stated_wan) filter (over_days > 0) as stuck_wan,
from chosen
order by project_count;
