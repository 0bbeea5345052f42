-- trips: one row per (import, recruiting trip); the newest import holds. trip_id is its row in the file.
create table trips (
    import_id bigint not null,
    trip_id varchar not null,
    team_name varchar not null,
    trip_region varchar not null,
    first_on date not null,
    last_on date,
    traveller_count bigint,
    trip_leader_name varchar,
    unit_name varchar,
    visited_count bigint,
    lead_count bigint,
    brought_names varchar,
    trip_notes varchar,
);

-- trip_projects: one row per (import, trip, project); project_name as the file states it, a name or an id.
create table trip_projects (
    import_id bigint not null,
    trip_id varchar not null,
    project_name varchar not null,
);

-- trips_within: the trips in force that set out from since (null for ever) to as_of, sent by the units. A trip that
-- states no last day, or one still to come, counts up to as_of. is_linking: its file links any trip to projects.
create macro trips_within(as_of, since, scope) as table (
    select
        trips.*,
        cast(least(coalesce(trips.last_on, as_of), as_of) - trips.first_on + 1 as bigint) as trip_days,
        trips.import_id in (select import_id from trip_projects) as is_linking,
    from trips
    inner join imports_in_force(as_of) as in_force on trips.import_id = in_force.import_id
    left join unit_keys(as_of) as keys on trips.unit_name = keys.spoken
    where
        trips.first_on <= as_of
        and (since is null or trips.first_on >= since)
        and is_chosen(coalesce(keys.unit_id, trips.unit_name), scope['units'])
);

-- trips_brought: which projects in scope the trips link, one row per (trip, project); dropped ones are left out. One is
-- early if its contract is older than the trip: no trip brings what is signed already. Whoever introduced it, a project
-- stays with the trips of the units.
create macro trips_brought(as_of, since, scope) as table (
    with said as (
        select
            trips.team_name,
            trips.trip_region,
            trips.trip_id,
            trips.first_on as set_out_on,
            named.project_name as spoken,
        from trips_within(as_of, since, scope) as trips
        inner join trip_projects as named on trips.import_id = named.import_id and trips.trip_id = named.trip_id
    ),
    known as (
        select project_id, project_name, is_contract, signed_on, contract_wan, in_place_wan
        from pipeline_projects(as_of, null, of_any_unit(scope))
        where coalesce(stage, '') <> 'dropped'
    ),
    linked as (
        select said.* exclude (spoken), known.*
        from said
        inner join known on said.spoken = known.project_id
        union
        select said.* exclude (spoken), known.*
        from said
        inner join known on said.spoken = known.project_name
    )
    select
        team_name,
        trip_region,
        trip_id,
        project_id,
        is_contract,
        contract_wan,
        case when is_contract then in_place_wan end as in_place_wan,
        coalesce(signed_on < set_out_on, false) as is_early,
    from linked
);
