-- industry_quotients: how much of each industry stands in each area against its share in the whole, one row per
-- (area, industry) that has a project. A location quotient is the industry's share in the area ÷ its share in all that
-- the filters leave, of the projects that state an industry, in no area too: 1 is the average, 2 twice as much.
--
-- reads:    projects_clustered, area_names
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis         VARCHAR    planned | done | contract
--           $threshold     DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks   VARCHAR[]  park ids, null for all
--           $scope.units   VARCHAR[]  introducing unit ids, null for all
--           $industries    VARCHAR[]  industry names shown, null for all; the others still count in every share
--           $scope.stages  VARCHAR[]  stages, null for signed and beyond
--           $area          VARCHAR    park | unit, by which territory
--           $most          BIGINT     at most so many rows, null for all
-- returns:  area_id           VARCHAR
--           area_name         VARCHAR
--           industry_name      VARCHAR
--           project_count      BIGINT   个
--           area_share_pct    DOUBLE   %, of the area's projects; never null
--           count_quotient     DOUBLE
--           invested_wan       DOUBLE   万元, null when no project states it
--           invested_quotient  DOUBLE   null when nothing is stated here or at all
--           land_mu            DOUBLE   亩, null when no project states it
--           land_quotient      DOUBLE   null when nothing is stated here or at all
--           is_industry_fit    BOOLEAN  null when the park states no leading industries, and for units
-- order:    project_count descending, then count_quotient descending, then area_id and industry_name
with base as (
    select *
    from projects_clustered($as_of, $basis, $threshold, $judged, $scope, $area)
    where industry_name is not null
),
parts as (
    select
        area_id,
        industry_name,
        count(*) as project_count,
        sum(invested_wan) as invested_wan,
        sum(land_mu) as land_mu,
        case when $area = 'park' then bool_or(is_industry_fit) end as is_industry_fit,
    from base
    group by area_id, industry_name
),
shared as (
    select
        *,
        1.0 * project_count / sum(project_count) over area as count_share,
        invested_wan / nullif(sum(invested_wan) over area, 0) as invested_share,
        land_mu / nullif(sum(land_mu) over area, 0) as land_share,
        1.0 * sum(project_count) over industry / sum(project_count) over () as count_usual,
        sum(invested_wan) over industry / nullif(sum(invested_wan) over (), 0) as invested_usual,
        sum(land_mu) over industry / nullif(sum(land_mu) over (), 0) as land_usual,
    from parts
    window area as (partition by area_id), industry as (partition by industry_name)
)
select
    shared.area_id,
    coalesce(named.area_name, shared.area_id) as area_name,
    shared.industry_name,
    shared.project_count,
    100.0 * shared.count_share as area_share_pct,
    shared.count_share / shared.count_usual as count_quotient,
    shared.invested_wan,
    shared.invested_share / nullif(shared.invested_usual, 0) as invested_quotient,
    shared.land_mu,
    shared.land_share / nullif(shared.land_usual, 0) as land_quotient,
    shared.is_industry_fit,
from shared
left join area_names($as_of) as named on shared.area_id = named.area_id and named.area = $area
where shared.area_id is not null and is_chosen(industry_name, $industries)
order by project_count desc, count_quotient desc, shared.area_id, industry_name
limit $most;
