-- recruiting_by_team: where each recruiting team went and what it brought, one row per (team, region). A project counts
-- for a team only if the table of trips links it to one of the team's trips, however many; not if it was signed before
-- each of them set out. Of two teams that the table links to it, it counts for both.
--
-- reads:    trips_within, trips_brought
-- params:   $as_of       DATE       ledger date, inclusive
--           $since             DATE       trips that set out from this day on, null for all
--           $scope.parks       VARCHAR[]  park ids of the projects, null for all
--           $scope.units       VARCHAR[]  ids of the units that sent the team, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages of the projects, null for all; a dropped one never counts
-- returns:  team_name             VARCHAR
--           trip_region           VARCHAR  source region
--           unit_name             VARCHAR  that sent the newest trip to name one
--           trip_leader_name      VARCHAR  of the newest trip to name one
--           trip_count            BIGINT   次
--           trip_days             BIGINT   天, up to the as-of date for a trip still under way
--           last_trip_on          DATE
--           visited_count         BIGINT   家, null where no trip states it
--           lead_count            BIGINT   个, null where no trip states it
--           brought_count         BIGINT   个, null where the file links no trip to any project
--           brought_signed_count  BIGINT   个, of these with a contract; null as brought_count is
--           brought_contract_wan  DOUBLE   万元, null without a contract that states it
--           brought_in_place_wan  DOUBLE   万元, of those with a contract
--           early_count           BIGINT   个, signed before the trip set out; null as brought_count is
--           has_result            BOOLEAN  any lead or project; null where neither is stated
-- order:    contracts brought descending, nulls last, then projects brought, leads, days, then team_name, trip_region
with gone as (
    select
        team_name,
        trip_region,
        arg_max(unit_name, first_on) as unit_name,
        arg_max(trip_leader_name, first_on) as trip_leader_name,
        count(*) as trip_count,
        cast(sum(trip_days) as bigint) as trip_days,
        max(first_on) as last_trip_on,
        cast(sum(visited_count) as bigint) as visited_count,
        cast(sum(lead_count) as bigint) as lead_count,
        bool_or(is_linking) as is_linking,
    from trips_within($as_of, $since, $scope)
    group by team_name, trip_region
),
brought as (
    select
        team_name, trip_region,
        project_id,
        bool_and(is_early) as is_early,
        bool_or(is_contract) as is_contract,
        max(contract_wan) as contract_wan,
        max(in_place_wan) as in_place_wan,
    from trips_brought($as_of, $since, $scope)
    group by team_name, trip_region, project_id
),
summed as (
    select
        team_name, trip_region,
        count(*) filter (not is_early) as brought_count,
        count(*) filter (not is_early and is_contract) as brought_signed_count,
        sum(contract_wan) filter (not is_early) as brought_contract_wan,
        sum(in_place_wan) filter (not is_early) as brought_in_place_wan,
        count(*) filter (is_early) as early_count,
    from brought
    group by team_name, trip_region
)
select
    gone.team_name,
    gone.trip_region,
    gone.unit_name,
    gone.trip_leader_name,
    gone.trip_count,
    gone.trip_days,
    gone.last_trip_on,
    gone.visited_count,
    gone.lead_count,
    case when gone.is_linking then coalesce(summed.brought_count, 0) end as brought_count,
    case when gone.is_linking then coalesce(summed.brought_signed_count, 0) end as brought_signed_count,
    summed.brought_contract_wan,
    summed.brought_in_place_wan,
    case when gone.is_linking then coalesce(summed.early_count, 0) end as early_count,
    case
        when gone.lead_count is not null or gone.is_linking
            then coalesce(gone.lead_count, 0) + coalesce(summed.brought_count, 0) > 0
    end as has_result,
from gone
left join summed on gone.team_name = summed.team_name and gone.trip_region = summed.trip_region
order by
    summed.brought_contract_wan desc nulls last,
    brought_count desc nulls last,
    gone.lead_count desc nulls last,
    gone.trip_days desc,
    gone.team_name,
    gone.trip_region;
