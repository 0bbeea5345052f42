-- intensity_distribution: how many of the projects that a threshold is asked of stand in each class of intensity,
-- one row per class that has any.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $bin_width         DOUBLE     width of a class, 万元/亩
--           $bin_top           DOUBLE     from here on one open class, 万元/亩
-- returns:  bin_from_wan_per_mu       DOUBLE   万元/亩
--           bin_to_wan_per_mu         DOUBLE   万元/亩, null for the open class at the top
--           verdict                   VARCHAR
--           project_count             BIGINT   个
--           land_mu                   DOUBLE   亩
-- order:    bin_from_wan_per_mu, then verdict
with classed as (
    select
        least(floor(intensity_wan_per_mu / $bin_width) * $bin_width, $bin_top) as bin_from_wan_per_mu,
        verdict,
        land_mu,
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
    where verdict in ('pass', 'short')
)
select
    bin_from_wan_per_mu,
    case when bin_from_wan_per_mu < $bin_top then bin_from_wan_per_mu + $bin_width end as bin_to_wan_per_mu,
    verdict,
    count(*) as project_count,
    sum(land_mu) as land_mu,
from classed
group by bin_from_wan_per_mu, verdict
order by bin_from_wan_per_mu, verdict;
