-- threshold_sensitivity: how many projects would reach each of a row of thresholds, one row per threshold of 20 to 300.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis       VARCHAR    planned | done | contract
--           $threshold   DOUBLE     万元/亩, for parks without their own
--           $parks       VARCHAR[]  park ids, null for all
--           $units       VARCHAR[]  introducing unit ids, null for all
--           $industries  VARCHAR[]  industry names, null for all
--           $stages      VARCHAR[]  stages, null for all but dropped
-- returns:  threshold_wan_per_mu      DOUBLE   万元/亩
--           measured_count            BIGINT   个
--           reached_count             BIGINT   个
--           reached_share_pct         DOUBLE   %, null when none is measured
-- order:    threshold_wan_per_mu
with measured as (
    select intensity_wan_per_mu
    from projects_measured($as_of, $basis, $threshold, $parks, $units, $industries, $stages)
    where intensity_wan_per_mu is not null
),
thresholds as (select cast(step as double) as threshold_wan_per_mu from generate_series(20, 300, 10) as steps (step)),
ranked as (
    select
        least(floor(intensity_wan_per_mu / 10) * 10, 300) as highest_reached,
        count(*) as project_count,
    from measured
    group by highest_reached
)
select
    thresholds.threshold_wan_per_mu,
    cast(coalesce((select sum(project_count) from ranked), 0) as bigint) as measured_count,
    cast(coalesce(sum(ranked.project_count), 0) as bigint) as reached_count,
    100.0 * coalesce(sum(ranked.project_count), 0)
    / (select nullif(sum(project_count), 0) from ranked) as reached_share_pct,
from thresholds
left join ranked on thresholds.threshold_wan_per_mu <= ranked.highest_reached
group by thresholds.threshold_wan_per_mu
order by thresholds.threshold_wan_per_mu;
