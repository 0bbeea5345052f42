-- specialisation: what each area lives on, how much it depends on one industry and on one firm, one row per area
-- that has a project. A specialisation (Herfindahl index) is the sum of the squared shares of the industries: 1 is a
-- single industry. The leading firm is the investor, else the project, with the largest investment on the basis; "rest"
-- is the area without it.
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
-- returns:  area_id               VARCHAR
--           area_name             VARCHAR
--           project_count          BIGINT   个, that state an industry
--           leading_industry       VARCHAR  that with most projects, then most money
--           leading_share_pct      DOUBLE   %, of the projects; never null
--           count_hhi              DOUBLE   by number of projects
--           invested_hhi           DOUBLE   by investment, null when none is stated
--           fit_share_pct          DOUBLE   %, of the projects whose fit is known; null when none is, and for units
--           fit_known_count        BIGINT   个
--           firm_name              VARCHAR  null when no investment is stated
--           firm_share_pct         DOUBLE   %, of the area's investment; null when none is stated
--           rest_count             BIGINT   个, projects without those of the leading firm
--           rest_invested_wan      DOUBLE   万元, null when no other states it
--           rest_industry          VARCHAR  leading industry without the firm, null when nothing is left
--           rest_hhi               DOUBLE   by number of projects, without the firm
-- order:    project_count descending, then area_id
with base as (
    select *
    from projects_clustered($as_of, $basis, $threshold, $judged, $scope, $area)
    where industry_name is not null and area_id is not null
),
firms as (
    select
        area_id,
        firm_name,
        sum(invested_wan) as firm_wan,
        row_number() over (partition by area_id order by sum(invested_wan) desc, firm_name) as firm_rank,
    from base
    group by area_id, firm_name
    having sum(invested_wan) > 0
),
told as (
    select base.*, 'all' as part from base
    union all
    select base.*, 'rest' as part
    from base
    inner join firms on base.area_id = firms.area_id and firms.firm_rank = 1 and base.firm_name <> firms.firm_name
),
industries as (
    select
        area_id,
        part,
        industry_name,
        count(*) as project_count,
        sum(invested_wan) as invested_wan,
        case when $area = 'park' then count(*) filter (where is_industry_fit) end as fit_count,
        case when $area = 'park' then count(is_industry_fit) end as fit_known_count,
    from told
    group by area_id, part, industry_name
),
shared as (
    select
        *,
        1.0 * project_count / sum(project_count) over whole as count_share,
        invested_wan / nullif(sum(invested_wan) over whole, 0) as invested_share,
        row_number() over (
            partition by area_id, part
            order by project_count desc, invested_wan desc nulls last, industry_name
        ) as industry_rank,
    from industries
    window whole as (partition by area_id, part)
),
parts as (
    select
        area_id,
        part,
        cast(sum(project_count) as bigint) as project_count,
        sum(invested_wan) as invested_wan,
        min(industry_name) filter (where industry_rank = 1) as leading_industry,
        100.0 * max(count_share) filter (where industry_rank = 1) as leading_share_pct,
        sum(count_share * count_share) as count_hhi,
        sum(invested_share * invested_share) as invested_hhi,
        100.0 * sum(fit_count) / nullif(sum(fit_known_count), 0) as fit_share_pct,
        cast(sum(fit_known_count) as bigint) as fit_known_count,
        bool_or(is_chosen(industry_name, $industries)) as is_shown,
    from shared
    group by area_id, part
)
select
    whole.area_id,
    coalesce(named.area_name, whole.area_id) as area_name,
    whole.project_count,
    whole.leading_industry,
    whole.leading_share_pct,
    whole.count_hhi,
    whole.invested_hhi,
    whole.fit_share_pct,
    whole.fit_known_count,
    firms.firm_name,
    100.0 * firms.firm_wan / nullif(whole.invested_wan, 0) as firm_share_pct,
    case when firms.firm_name is not null then coalesce(rest.project_count, 0) end as rest_count,
    rest.invested_wan as rest_invested_wan,
    rest.leading_industry as rest_industry,
    rest.count_hhi as rest_hhi,
from parts as whole
left join parts as rest on whole.area_id = rest.area_id and rest.part = 'rest'
left join firms on whole.area_id = firms.area_id and firms.firm_rank = 1
left join area_names($as_of) as named on whole.area_id = named.area_id and named.area = $area
where whole.part = 'all' and whole.is_shown
order by whole.project_count desc, whole.area_id;
