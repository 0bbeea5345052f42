-- threshold_sensitivity: how many of the projects that a threshold is asked of would reach each of a row of
-- thresholds, one row per threshold of 20 to 300.
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
-- returns:  trial_threshold_wan_per_mu      DOUBLE   万元/亩
--           judged_count              BIGINT   个
--           trial_reached_count             BIGINT   个
--           trial_reached_share_pct         DOUBLE   %, null when there are none
-- order:    trial_threshold_wan_per_mu
with judged as (
    select intensity_wan_per_mu
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
    where verdict in ('pass', 'short')
),
thresholds as (
    select cast(step as double) as trial_threshold_wan_per_mu from generate_series(20, 300, 10) as steps (step)
),
ranked as (
    select
        least(floor(intensity_wan_per_mu / 10) * 10, 300) as highest_reached,
        count(*) as project_count,
    from judged
    group by highest_reached
)
select
    thresholds.trial_threshold_wan_per_mu,
    cast(coalesce((select sum(project_count) from ranked), 0) as bigint) as judged_count,
    cast(coalesce(sum(ranked.project_count), 0) as bigint) as trial_reached_count,
    100.0 * coalesce(sum(ranked.project_count), 0)
    / (select nullif(sum(project_count), 0) from ranked) as trial_reached_share_pct,
from thresholds
left join ranked on thresholds.trial_threshold_wan_per_mu <= ranked.highest_reached
group by thresholds.trial_threshold_wan_per_mu
order by thresholds.trial_threshold_wan_per_mu;
