-- projects_in_view: the single projects to draw in a view of the map, one row per project with a point.
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
--           $west              DOUBLE     degrees, null for no bound
--           $south             DOUBLE     degrees, null for no bound
--           $east              DOUBLE     degrees, null for no bound
--           $north             DOUBLE     degrees, null for no bound
--           $only              VARCHAR[]  project ids, null for all
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           industry_name             VARCHAR
--           stage                     VARCHAR
--           capital_type              VARCHAR
--           is_enclave                BOOLEAN
--           verdict                   VARCHAR
--           land_mu                   DOUBLE   亩
--           invested_wan              DOUBLE   万元
--           intensity_wan_per_mu      DOUBLE   万元/亩
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
-- order:    invested_wan descending, nulls last, then project_id
select
    project_id,
    project_name,
    park_name,
    unit_name,
    industry_name,
    stage,
    capital_type,
    is_enclave,
    verdict,
    land_mu,
    invested_wan,
    intensity_wan_per_mu,
    lon,
    lat,
from projects_measured($as_of, $basis, $threshold, $judged, $scope)
where
    lon is not null
    and lat is not null
    and ($west is null or lon >= $west)
    and ($east is null or lon <= $east)
    and ($south is null or lat >= $south)
    and ($north is null or lat <= $north)
    and is_chosen(project_id, $only)
order by invested_wan desc nulls last, project_id
limit $most;
