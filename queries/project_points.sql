-- project_points: where the projects in scope stand, for the test of what lies in a shape, one row per project, without
-- a point too where no bound is given.
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
--           $attribute         VARCHAR    stage | industry_name | verdict | capital_type | is_enclave
--           $west              DOUBLE     degrees, null for no bound
--           $south             DOUBLE     degrees, null for no bound
--           $east              DOUBLE     degrees, null for no bound
--           $north             DOUBLE     degrees, null for no bound
-- returns:  project_id   VARCHAR
--           attribute_key      VARCHAR  code or name of the attribute's value; empty where the ledger states none
--           lon          DOUBLE   度
--           lat          DOUBLE   度
-- order:    project_id
select
    project_id,
    map_part($attribute, stage, industry_name, verdict, capital_type, is_enclave) as attribute_key,
    lon,
    lat,
from projects_measured($as_of, $basis, $threshold, $judged, $scope)
where
    ($west is null or lon >= $west)
    and ($east is null or lon <= $east)
    and ($south is null or lat >= $south)
    and ($north is null or lat <= $north)
order by project_id;
