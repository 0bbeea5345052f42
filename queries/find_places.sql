-- find_places: parks and projects whose name holds the words searched for, one row per park or project.
--
-- reads:    parks_in_force, projects_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $parks       VARCHAR[]  park ids, null for all
--           $units       VARCHAR[]  introducing unit ids, null for all
--           $industries  VARCHAR[]  industry names, null for all
--           $stages      VARCHAR[]  stages, null for all but dropped
--           $search      VARCHAR    part of a name
--           $most        BIGINT     at most so many rows, null for all
-- returns:  place_key    VARCHAR  park:<id> or project:<id>
--           place_name   VARCHAR
--           lon          DOUBLE   度, null for a project without a point
--           lat          DOUBLE   度, null for a project without a point
-- order:    parks before projects, then place_name, then place_key
with found as (
    select 0 as rank, 'park:' || park_id as place_key, park_name as place_name, lon, lat
    from parks_in_force($as_of)
    where
        position(lower($search) in lower(park_name)) > 0
        and is_chosen(park_id, $parks)
    union all
    select 1 as rank, 'project:' || project_id as place_key, project_name as place_name, lon, lat
    from projects_in_scope($as_of, $parks, $units, $industries, $stages)
    where position(lower($search) in lower(project_name)) > 0
)
select
    place_key,
    place_name,
    lon,
    lat,
from found
order by rank, place_name, place_key
limit $most;
