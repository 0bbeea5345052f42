-- intensity_by_park: how much the projects of each park invest per mu, one row per park of the register,
-- empty ones too.
--
-- reads:    projects_measured, parks_asking
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  park_id                   VARCHAR
--           park_name                 VARCHAR
--           project_count             BIGINT   个
--           measured_count            BIGINT   个
--           missing_count             BIGINT   个
--           reached_count             BIGINT   个, each by the threshold of its own signing date
--           short_count               BIGINT   个, as above
--           measured_land_mu          DOUBLE   亩
--           measured_wan              DOUBLE   万元
--           intensity_wan_per_mu      DOUBLE   万元/亩, null when no project has both land and investment
--           threshold_wan_per_mu      DOUBLE   万元/亩, for who signs on the day
--           verdict                   VARCHAR  of the park as a whole
--           shortfall_wan_per_mu      DOUBLE   万元/亩
--           reached_share_pct         DOUBLE   %
--           planned_area_mu           DOUBLE   亩
--           free_area_mu              DOUBLE   亩
-- order:    intensity_wan_per_mu descending, nulls last, then park_id
with chosen as (
    select *, intensity_wan_per_mu is not null as is_measured
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
),
by_park as (
    select
        park_id,
        count(*) as project_count,
        count(*) filter (is_measured) as measured_count,
        count(*) filter (verdict = 'missing') as missing_count,
        count(*) filter (verdict = 'pass') as reached_count,
        count(*) filter (verdict = 'short') as short_count,
        sum(land_mu) filter (is_measured) as land_mu,
        sum(invested_wan) filter (is_measured) as invested_wan,
    from chosen
    group by park_id
),
weighed as (
    select
        register.park_id,
        register.park_name,
        coalesce(by_park.project_count, 0) as project_count,
        coalesce(by_park.measured_count, 0) as measured_count,
        coalesce(by_park.missing_count, 0) as missing_count,
        coalesce(by_park.reached_count, 0) as reached_count,
        coalesce(by_park.short_count, 0) as short_count,
        by_park.land_mu,
        by_park.invested_wan,
        intensity_of(by_park.invested_wan, by_park.land_mu) as intensity_wan_per_mu,
        register.threshold_wan_per_mu,
        register.planned_area_mu,
        register.free_area_mu,
    from parks_asking($as_of, $threshold) as register
    left join by_park on register.park_id = by_park.park_id
    where is_chosen(register.park_id, $scope.parks)
)
select
    park_id,
    park_name,
    project_count,
    measured_count,
    missing_count,
    reached_count,
    short_count,
    land_mu as measured_land_mu,
    invested_wan as measured_wan,
    intensity_wan_per_mu,
    threshold_wan_per_mu,
    verdict_of(intensity_wan_per_mu, threshold_wan_per_mu) as verdict,
    shortfall_of(intensity_wan_per_mu, threshold_wan_per_mu) as shortfall_wan_per_mu,
    100.0 * reached_count / nullif(measured_count, 0) as reached_share_pct,
    planned_area_mu,
    free_area_mu,
from weighed
order by intensity_wan_per_mu desc nulls last, park_id;
