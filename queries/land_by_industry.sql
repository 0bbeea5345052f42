-- land_by_industry: where the projects of each leading industry can still go, one row per industry that a park states.
-- A park of several industries counts with each of them, so the rows do not add up.
--
-- reads:    land_of_parks
-- params:   $as_of       DATE       day on which the register counts, inclusive
--           $threshold    DOUBLE     万元/亩, for parks without their own
--           $scope.parks  VARCHAR[]  park ids, null for all
-- returns:  park_industry             VARCHAR
--           park_count                BIGINT   个
--           free_area_mu              DOUBLE   亩, null when no park of the industry states its land
--           ready_free_area_mu        DOUBLE   亩, as above
--           capacity_wan              DOUBLE   万元, free land at each park's threshold
--           park_names                VARCHAR  the parks with free land, the most first
-- order:    free_area_mu descending, nulls last, then park_industry
with stated as (
    select
        land.*,
        trim(unnest(string_split(translate(park_industries, ',，;；/ ', '、、、、、、'), '、'))) as park_industry,
    from land_of_parks($as_of, $threshold, $scope) as land
)
select
    park_industry,
    count(distinct park_id) as park_count,
    sum(free_area_mu) as free_area_mu,
    sum(ready_free_area_mu) as ready_free_area_mu,
    sum(free_area_mu * threshold_wan_per_mu) as capacity_wan,
    string_agg(park_name, '、' order by free_area_mu desc, park_id) filter (free_area_mu > 0) as park_names,
from stated
where park_industry <> ''
group by park_industry
order by free_area_mu desc nulls last, park_industry;
