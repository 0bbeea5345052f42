-- enclave_years: how many enclaves were signed in each year, one row per year that has any.
--
-- reads:    enclaves_entering
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  year               BIGINT
--           enclave_count      BIGINT   个
-- order:    year
select date_part('year', signed_on) as year, count(*) as enclave_count
from enclaves_entering($as_of, $basis, $threshold, $judged, $scope, null)
where signed_on is not null
group by date_part('year', signed_on)
order by year;
