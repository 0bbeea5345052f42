-- park_officers: who answers for the projects of one park, one row per (leader, officer) of a project in scope; those
-- for which neither is stated stand last.
--
-- reads:    projects_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $park_id           VARCHAR    which park
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  leader_name               VARCHAR
--           officer_name              VARCHAR
--           project_count             BIGINT   个
--           contract_wan              DOUBLE   万元, null when no project states it
--           project_names             VARCHAR  the largest first, separated by 、
-- order:    those that state neither last, then project_count descending, then leader_name and officer_name
select
    leader_name,
    officer_name,
    count(*) as project_count,
    sum(contract_wan) as contract_wan,
    string_agg(project_name, '、' order by contract_wan desc nulls last, project_id) as project_names,
from projects_in_scope($as_of, in_park($scope, $park_id))
group by leader_name, officer_name
order by
    case when coalesce(leader_name, officer_name) is null then 1 else 0 end,
    project_count desc,
    leader_name nulls last,
    officer_name nulls last;
