-- place_issues: which projects do not stand where they say, one row per project.
--
-- reads:    projects_measured, parks_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $most              BIGINT     at most so many rows, null for all
-- returns:  place_issue               VARCHAR
--           project_id                VARCHAR
--           project_name              VARCHAR
--           stated_park_name          VARCHAR
--           located_park_name         VARCHAR  the smallest where several hold the point
--           located_count             BIGINT   个
--           unit_name                 VARCHAR
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
-- order:    place_issue, then project_id
select
    chosen.place_issue,
    chosen.project_id,
    chosen.project_name,
    chosen.stated_park_name,
    located.park_name as located_park_name,
    chosen.located_count,
    chosen.unit_name,
    chosen.lon,
    chosen.lat,
from projects_measured($as_of, $basis, $threshold, $judged, $scope) as chosen
left join parks_in_force($as_of) as located on chosen.located_park_id = located.park_id
where chosen.place_issue is not null
order by chosen.place_issue, chosen.project_id
limit $most;
