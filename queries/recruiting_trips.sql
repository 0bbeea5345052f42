-- recruiting_trips: the trips of the recruiting teams, the newest first, one row per trip.
--
-- reads:    trips_within, trips_brought
-- params:   $as_of       DATE       ledger date, inclusive
--           $since             DATE       trips that set out from this day on, null for all
--           $scope.parks       VARCHAR[]  park ids of the projects, null for all
--           $scope.units       VARCHAR[]  ids of the units that sent the team, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages of the projects, null for all; a dropped one never counts
--           $most              BIGINT     at most so many rows, null for all
-- returns:  team_name             VARCHAR
--           trip_region           VARCHAR  source region
--           first_on              DATE
--           last_on               DATE     null where it is still under way
--           trip_days             BIGINT   天, up to the as-of date for a trip still under way
--           traveller_count       BIGINT   人
--           trip_leader_name      VARCHAR
--           unit_name             VARCHAR
--           visited_count         BIGINT   家
--           lead_count            BIGINT   个
--           brought_names         VARCHAR  as the file has them
--           brought_count         BIGINT   个, null where the file links no trip to any project
--           brought_contract_wan  DOUBLE   万元, null without a contract that states it
--           trip_notes            VARCHAR
-- order:    first_on descending, then team_name, trip_region
with brought as (
    select
        trip_id,
        count(*) filter (not is_early) as brought_count,
        sum(contract_wan) filter (not is_early) as brought_contract_wan,
    from trips_brought($as_of, $since, $scope)
    group by trip_id
)
select
    trips.team_name,
    trips.trip_region,
    trips.first_on,
    trips.last_on,
    trips.trip_days,
    trips.traveller_count,
    trips.trip_leader_name,
    trips.unit_name,
    trips.visited_count,
    trips.lead_count,
    trips.brought_names,
    case when trips.is_linking then coalesce(brought.brought_count, 0) end as brought_count,
    brought.brought_contract_wan,
    trips.trip_notes,
from trips_within($as_of, $since, $scope) as trips
left join brought on trips.trip_id = brought.trip_id
order by trips.first_on desc, trips.team_name, trips.trip_region
limit $most;
