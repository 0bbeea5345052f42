-- held_projects: the projects in scope that one obstacle holds up, one row per project; none where it is solved or no
-- obstacle in force bears the id.
--
-- reads:    held_up, pipeline_projects, parks_in_force
-- params:   $as_of        DATE       ledger date, inclusive
--           $obstacle_id  VARCHAR    which obstacle
--           $parks        VARCHAR[]  park ids, null for all
--           $units        VARCHAR[]  introducing unit ids, null for all
--           $industries   VARCHAR[]  industry names, null for all
--           $stages       VARCHAR[]  stages, null for all; a dropped project is never held up
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_name                 VARCHAR
--           stage                     VARCHAR
--           held_wan                  DOUBLE   万元, contract or intended investment
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
-- order:    held_wan descending, nulls last, then project_id
select
    projects.project_id,
    projects.project_name,
    register.park_name,
    projects.stage,
    projects.stated_wan as held_wan,
    projects.lon,
    projects.lat,
from held_up($as_of) as held
inner join pipeline_projects($as_of, null, $parks, $units, $industries, $stages) as projects
    on held.project_id = projects.project_id
left join parks_in_force($as_of) as register on projects.park_id = register.park_id
where held.obstacle_id = $obstacle_id and coalesce(projects.stage, '') <> 'dropped'
order by held_wan desc nulls last, projects.project_id;
