-- recruiting_by_region: how often teams went to each source region, what they brought, and beside it all that was
-- signed from there, one row per source region, those without any trip too. Brought is what the table of trips links to
-- a trip there (recruiting_by_team says how); signed from there is every contract of that source region, whoever
-- brought it.
--
-- reads:    trips_within, trips_brought, pipeline_projects
-- params:   $as_of       DATE       ledger date, inclusive
--           $since             DATE       trips that set out from this day on, and contracts signed, null for all
--           $scope.parks       VARCHAR[]  park ids of the projects, null for all
--           $scope.units       VARCHAR[]  units that sent the team or introduced what was signed, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages of the projects, null for all; a dropped one never counts
-- returns:  trip_region           VARCHAR  source region
--           trip_count            BIGINT   次
--           team_count            BIGINT   个
--           trip_days             BIGINT   天, null without a trip
--           last_trip_on          DATE     null without a trip
--           visited_count         BIGINT   家, null where no trip states it
--           lead_count            BIGINT   个, null where no trip states it
--           brought_count         BIGINT   个, null where the file links no trip to any project
--           brought_signed_count  BIGINT   个, of these with a contract; null as brought_count is
--           brought_contract_wan  DOUBLE   万元, null without a contract that states it
--           brought_in_place_wan  DOUBLE   万元, of those with a contract
--           early_count           BIGINT   个, signed before the trip set out; null as brought_count is
--           region_signed_count   BIGINT   个
--           region_contract_wan   DOUBLE   万元
--           region_in_place_wan   DOUBLE   万元
--           signed_since_count    BIGINT   个, since the first trip there; null without a trip
-- order:    contracts brought descending, nulls last, then trips, then contracts signed from there, then the regions
with gone as (
    select
        trip_region,
        count(*) as trip_count,
        count(distinct team_name) as team_count,
        cast(sum(trip_days) as bigint) as trip_days,
        min(first_on) as first_trip_on,
        max(first_on) as last_trip_on,
        cast(sum(visited_count) as bigint) as visited_count,
        cast(sum(lead_count) as bigint) as lead_count,
    from trips_within($as_of, $since, $scope)
    group by trip_region
),
brought as (
    select
        trip_region,
        project_id,
        bool_and(is_early) as is_early,
        bool_or(is_contract) as is_contract,
        max(contract_wan) as contract_wan,
        max(in_place_wan) as in_place_wan,
    from trips_brought($as_of, $since, $scope)
    group by trip_region, project_id
),
summed as (
    select
        trip_region,
        count(*) filter (not is_early) as brought_count,
        count(*) filter (not is_early and is_contract) as brought_signed_count,
        sum(contract_wan) filter (not is_early) as brought_contract_wan,
        sum(in_place_wan) filter (not is_early) as brought_in_place_wan,
        count(*) filter (is_early) as early_count,
    from brought
    group by trip_region
),
signed as (
    select
        projects.source_region,
        count(*) as region_signed_count,
        sum(projects.contract_wan) as region_contract_wan,
        sum(projects.in_place_wan) as region_in_place_wan,
        count(*) filter (projects.signed_on between gone.first_trip_on and $as_of) as signed_since_count,
    from pipeline_projects($as_of, null, $scope) as projects
    left join gone on projects.source_region = gone.trip_region
    where
        projects.is_contract
        and coalesce(projects.stage, '') <> 'dropped'
        and ($since is null or projects.signed_on between $since and $as_of)
    group by projects.source_region
),
said as (select coalesce(bool_or(is_linking), false) as is_linking from trips_within($as_of, null, anywhere()))
select
    regions.trip_region,
    coalesce(gone.trip_count, 0) as trip_count,
    coalesce(gone.team_count, 0) as team_count,
    gone.trip_days,
    gone.last_trip_on,
    gone.visited_count,
    gone.lead_count,
    case when said.is_linking then coalesce(summed.brought_count, 0) end as brought_count,
    case when said.is_linking then coalesce(summed.brought_signed_count, 0) end as brought_signed_count,
    summed.brought_contract_wan,
    summed.brought_in_place_wan,
    case when said.is_linking then coalesce(summed.early_count, 0) end as early_count,
    coalesce(signed.region_signed_count, 0) as region_signed_count,
    signed.region_contract_wan,
    signed.region_in_place_wan,
    case when gone.trip_count > 0 then coalesce(signed.signed_since_count, 0) end as signed_since_count,
from (
    values ('yangtze', 1), ('pearl', 2), ('jingjinji', 3), ('hmt', 4), ('abroad', 5), ('province', 6), ('other', 7)
) as regions (trip_region, place)
cross join said
left join gone on regions.trip_region = gone.trip_region
left join summed on regions.trip_region = summed.trip_region
left join signed on regions.trip_region = signed.source_region
order by
    summed.brought_contract_wan desc nulls last,
    trip_count desc,
    signed.region_contract_wan desc nulls last,
    regions.place;
