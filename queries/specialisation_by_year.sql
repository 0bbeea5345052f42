-- specialisation_by_year: how specialised each area was at the end of each year, one row per (area, year) that had a
-- project. A year ends with its last ledger; each project counts as the newest ledger by then had it: signed or beyond,
-- or without a stage, and stating an industry. An area is a park or unit, whose host is that of today's register.
--
-- reads:    projects_placed, ledger_periods, parks_as_of, area_names
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks   VARCHAR[]  park ids, null for all
--           $scope.units   VARCHAR[]  introducing unit ids, null for all
--           $scope.stages  VARCHAR[]  stages, null for signed and beyond
--           $area          VARCHAR    park | unit, by which territory
-- returns:  area_id           VARCHAR
--           area_name         VARCHAR
--           period             DATE     the year's last ledger
--           project_count      BIGINT   个, that state an industry
--           leading_industry   VARCHAR  that with most projects
--           count_hhi          DOUBLE   Herfindahl index of the industries, by number of projects
-- order:    area_id, then period
with days as (
    select max(period) as period from ledger_periods($as_of) group by date_trunc('year', period)
),
standing as (
    select
        days.period,
        area_of($area, projects.park_id, known.host_unit_id, projects.host_unit_id) as area_id,
        projects.industry_name,
    from days
    inner join projects_placed($as_of) as projects on projects.period <= days.period and days.period < projects.valid_to
    left join parks_as_of($as_of) as known on projects.park_id = known.park_id
    where
        projects.period <= $as_of
        and projects.industry_name is not null
        and is_in_scope(projects.park_id, projects.unit_id, projects.industry_name, projects.stage, $scope)
        and ($scope.stages is not null or rank_or_contract(projects.stage) >= 5)
),
industries as (
    select
        area_id,
        period,
        industry_name,
        count(*) as industry_count,
        row_number() over (
            partition by area_id, period order by count(*) desc, industry_name
        ) as industry_rank,
        1.0 * count(*) / sum(count(*)) over (partition by area_id, period) as share,
    from standing
    where area_id is not null
    group by area_id, period, industry_name
)
select
    industries.area_id,
    coalesce(min(named.area_name), industries.area_id) as area_name,
    period,
    cast(sum(industry_count) as bigint) as project_count,
    min(industry_name) filter (where industry_rank = 1) as leading_industry,
    sum(share * share) as count_hhi,
from industries
left join area_names($as_of) as named on industries.area_id = named.area_id and named.area = $area
group by industries.area_id, period
order by industries.area_id, period;
