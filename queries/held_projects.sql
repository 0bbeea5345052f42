-- held_projects: the projects in scope that one obstacle holds up, one row per project; none where it is solved or no
-- obstacle in force bears the id.
--
-- reads:    held_in_scope, parks_in_force
-- params:   $as_of        DATE       ledger date, inclusive
--           $obstacle_id       VARCHAR    which obstacle
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all; a dropped project is never held up
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_name                 VARCHAR
--           stage                     VARCHAR
--           held_wan                  DOUBLE   万元, contract or intended investment
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
-- order:    held_wan descending, nulls last, then project_id
select
    held.project_id,
    held.project_name,
    register.park_name,
    held.stage,
    held.held_wan,
    held.lon,
    held.lat,
from held_in_scope($as_of, $scope) as held
left join parks_in_force($as_of) as register on held.park_id = register.park_id
where held.obstacle_id = $obstacle_id
order by held.held_wan desc nulls last, held.project_id;
