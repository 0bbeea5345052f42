-- cluster_projects: the projects whose gathering is tested, each with its industry and where it stands, one row per
-- project that states an industry, whichever industries are asked for: the others are what they are held against.
--
-- reads:    projects_clustered, area_names
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis         VARCHAR    planned | done | contract
--           $threshold     DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks   VARCHAR[]  park ids, null for all
--           $scope.units   VARCHAR[]  introducing unit ids, null for all
--           $scope.stages  VARCHAR[]  stages, null for signed and beyond
--           $area          VARCHAR    park | unit, by which territory
-- returns:  project_id         VARCHAR
--           project_name       VARCHAR
--           investor_name      VARCHAR  null where none is stated
--           industry_name      VARCHAR
--           area_id           VARCHAR  null where it stands in none
--           area_name         VARCHAR
--           invested_wan       DOUBLE   万元
--           lon                DOUBLE   度
--           lat                DOUBLE   度
-- order:    project_id
select
    chosen.project_id,
    chosen.project_name,
    chosen.investor_name,
    chosen.industry_name,
    chosen.area_id,
    coalesce(named.area_name, chosen.area_id) as area_name,
    chosen.invested_wan,
    chosen.lon,
    chosen.lat,
from projects_clustered($as_of, $basis, $threshold, $judged, $scope, $area) as chosen
left join area_names($as_of) as named on chosen.area_id = named.area_id and named.area = $area
where chosen.industry_name is not null
order by chosen.project_id;
