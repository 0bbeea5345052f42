-- project_choices: the projects to choose one from, one row per project in scope.
--
-- reads:    projects_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $search            VARCHAR    part of a name or an id, null for all
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
-- order:    money of the contract as stated, descending, nulls last, then project_id
select project_id, project_name
from projects_in_scope($as_of, $scope)
where
    $search is null
    or position(lower($search) in lower(project_name)) > 0
    or position(lower($search) in lower(project_id)) > 0
order by stated_wan desc nulls last, project_id
limit $most;
