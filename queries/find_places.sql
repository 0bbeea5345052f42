-- find_places: parks and projects by part of a name, by its pinyin initials or by who answers for them, one row per
-- park or project.
--
-- reads:    parks_in_force, projects_in_scope
-- params:   $as_of       DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $search            VARCHAR    part of a name, of a leader's or an officer's too
--           $initials          VARCHAR    pattern of names whose pinyin begins so, null for none
--           $most              BIGINT     at most so many rows, null for all
-- returns:  place_key    VARCHAR  park:<id> or project:<id>
--           place_name   VARCHAR
--           found_person_name  VARCHAR  who answers for it, where that is what was found; else null
--           lon          DOUBLE   度, null for a project without a point
--           lat          DOUBLE   度, null for a project without a point
-- order:    names before initials before people; parks before projects, then place_name, then place_key
with named as (
    select
        0 as rank,
        'park:' || park_id as place_key,
        park_name as place_name,
        null as leader,
        null as officer,
        lon,
        lat,
    from parks_in_force($as_of)
    where is_chosen(park_id, $scope.parks)
    union all
    select 1 as rank, 'project:' || project_id, project_name, leader_name, officer_name, lon, lat
    from projects_in_scope($as_of, $scope)
),
found as (
    select
        *,
        case
            when position(lower($search) in lower(place_name)) > 0 then 1
            when regexp_matches(place_name, $initials) then 2
            when position(lower($search) in lower(officer)) > 0 or regexp_matches(officer, $initials) then 3
            when position(lower($search) in lower(leader)) > 0 or regexp_matches(leader, $initials) then 4
        end as found_by,
    from named
)
select
    place_key,
    place_name,
    case found_by when 3 then officer when 4 then leader end as found_person_name,
    lon,
    lat,
from found
where found_by is not null
order by found_by, rank, place_name, place_key
limit $most;
