-- intensity_by_project: whether each project in scope reaches the entry threshold, one row per project.
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
--           $verdict           VARCHAR    pass | short | missing, null for all
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           industry_name             VARCHAR
--           stage                     VARCHAR
--           land_mu                   DOUBLE   亩
--           invested_wan              DOUBLE   万元
--           intensity_wan_per_mu      DOUBLE   万元/亩, null when land or investment is missing
--           threshold_wan_per_mu      DOUBLE   万元/亩
--           threshold_origin          VARCHAR
--           threshold_source          VARCHAR  null unless a table of thresholds gives it
--           verdict                   VARCHAR
--           shortfall_wan_per_mu      DOUBLE   万元/亩
--           shortfall_wan             DOUBLE   万元
-- order:    shortfall_wan descending, nulls last, then project_id
select
    project_id,
    project_name,
    park_id,
    park_name,
    unit_name,
    industry_name,
    stage,
    land_mu,
    invested_wan,
    intensity_wan_per_mu,
    threshold_wan_per_mu,
    threshold_origin,
    threshold_source,
    verdict,
    shortfall_wan_per_mu,
    shortfall_wan,
from projects_measured($as_of, $basis, $threshold, $judged, $scope)
where $verdict is null or verdict = $verdict
order by shortfall_wan desc nulls last, project_id
limit $most;
