-- stage_rank: the place of a stage in the pipeline, 1 lead … 10 at capacity; null for dropped or unstated.
create macro stage_rank(stage) as
    case stage
        when 'lead' then 1
        when 'negotiating' then 2
        when 'intent' then 3
        when 'agreement' then 4
        when 'signed' then 5
        when 'started' then 6
        when 'building' then 7
        when 'completed' then 8
        when 'producing' then 9
        when 'at_capacity' then 10
    end;

-- stages: the stages of the pipeline in order, one row per stage; dropped is none of them.
create macro stages() as table (
    select stage, cast(stage_rank as bigint) as stage_rank
    from (
        values
            ('lead', 1), ('negotiating', 2), ('intent', 3), ('agreement', 4), ('signed', 5),
            ('started', 6), ('building', 7), ('completed', 8), ('producing', 9), ('at_capacity', 10)
    ) as named (stage, stage_rank)
);

-- stage_codes: the same as a list. stage_of: the stage of a rank, null outside 1 … 10.
create macro stage_codes() as [
    'lead', 'negotiating', 'intent', 'agreement', 'signed', 'started', 'building', 'completed', 'producing',
    'at_capacity',
];
create macro stage_of(rank) as stage_codes()[rank];

-- imports_in_force: the imports that hold on a date.
create macro imports_in_force(as_of) as table (
    select import_id, import_kind, period
    from imports
    where is_active and effective_on <= as_of and (superseded_on is null or as_of < superseded_on)
);

-- speaking_of: the imports whose word holds for a register (parks, units): its own file, or all ledgers where there is
-- none.
create macro speaking_of(register, as_of) as table (
    with in_force as (select * from imports_in_force(as_of))
    select import_id
    from in_force
    where import_kind = register or not exists (select 1 from in_force as own where own.import_kind = register)
);

-- units_as_of: one row per unit; the register's, and those that only a ledger names where there is no register.
create macro units_as_of(as_of) as table (
    select units.*
    from units
    semi join (
        select units.unit_id, max(units.import_id) as import_id
        from units
        inner join speaking_of('units', as_of) as speaking on units.import_id = speaking.import_id
        group by units.unit_id
    ) as newest on units.unit_id = newest.unit_id and units.import_id = newest.import_id
);

-- unit_keys: what a file may call a unit (its name or its id) and the id meant.
create macro unit_keys(as_of) as table (
    select spoken, min(unit_id) as unit_id
    from (
        select case which.way when 1 then unit_name else unit_id end as spoken, unit_id
        from units_as_of(as_of)
        cross join (values (1), (2)) as which(way)
    ) as said
    group by spoken
);

-- label_of: what a unit or a park is called: its name in the register, else its id, which of one that no register knows
-- is the name that the files use.
create macro label_of(registered_name, id) as coalesce(registered_name, id);

-- parks_registered: one row per park; the register's, and those that only a ledger names where there is no register.
create macro parks_registered(as_of) as table (
    select parks.*
    from parks
    semi join (
        select parks.park_id, max(parks.import_id) as import_id
        from parks
        inner join speaking_of('parks', as_of) as speaking on parks.import_id = speaking.import_id
        group by parks.park_id
    ) as newest on parks.park_id = newest.park_id and parks.import_id = newest.import_id
);

-- parks_in_force: the parks registered but those merged into another by that day. free_area_mu is what is planned and
-- not supplied yet; null where the register supplies more than it plans, for nobody can build on less than nothing.
create macro parks_in_force(as_of) as table (
    select
        *,
        case when supplied_area_mu <= planned_area_mu then planned_area_mu - supplied_area_mu end as free_area_mu,
    from parks_registered(as_of)
    where merged_on is null or merged_on > as_of
);

-- park_heirs: the parks merged into another by a day, with the park in force that they belong to now, through whatever
-- mergers; one row per merged park whose heir is in force.
create macro park_heirs(as_of) as table (
    with recursive merged as (
        select park_id, park_name, merged_into_name from parks_registered(as_of) where merged_on <= as_of
    ),
    followed as (
        select park_id, park_name, merged_into_name from merged
        union
        select followed.park_id, followed.park_name, merged.merged_into_name
        from followed
        inner join merged on followed.merged_into_name in (merged.park_name, merged.park_id)
    )
    select followed.park_id, followed.park_name, heirs.park_id as heir_id
    from followed
    inner join parks_in_force(as_of) as heirs on followed.merged_into_name in (heirs.park_name, heirs.park_id)
);

-- parks_as_of: parks_in_force with the id of the host unit. Finding it doubles a question's planning: who needs no host
-- asks parks_in_force.
create macro parks_as_of(as_of) as table (
    select parks.*, coalesce(unit_keys.unit_id, parks.host_unit_name) as host_unit_id
    from parks_in_force(as_of) as parks
    left join unit_keys(as_of) as unit_keys on parks.host_unit_name = unit_keys.spoken
);

-- park_keys: what a file may call a park (its name or its id, or those of one merged into it) and the id meant.
create macro park_keys(as_of) as table (
    select spoken, min(park_id) as park_id
    from (
        select park_name as spoken, park_id from parks_in_force(as_of)
        union all
        select park_id as spoken, park_id from parks_in_force(as_of)
        union all
        select park_name as spoken, heir_id as park_id from park_heirs(as_of)
        union all
        select park_id as spoken, heir_id as park_id from park_heirs(as_of)
    ) as said
    group by spoken
);

-- rank_or_contract: the rank of a stage; one that is not stated counts as the contract, for ledgers list contracts.
create macro rank_or_contract(stage) as coalesce(stage_rank(stage), 5);

-- contract_of: the money of a project that stands at a contract or beyond, or states no stage; null before and once it
-- is dropped.
create macro contract_of(stage, stated_wan) as
    case when coalesce(stage, '') <> 'dropped' and rank_or_contract(stage) >= 5 then stated_wan end;

-- projects_stated: projects with the money of the contract as stated (stated_wan) told apart: contract_wan from the
-- contract on, before it intended_wan; a dropped project has its contract if it had come so far by the day. stage_on
-- is the date of the stage that it stands in, first_date_on the earliest of all, be they past or still to come.
create macro projects_stated(as_of) as table (
    select
        * exclude (contract_wan),
        contract_wan as stated_wan,
        case when is_contract then projects.contract_wan end as contract_wan,
        case when not is_contract then projects.contract_wan end as intended_wan,
        case stage
            when 'lead' then lead_on
            when 'negotiating' then negotiating_on
            when 'intent' then intent_on
            when 'agreement' then agreement_on
            when 'signed' then signed_on
            when 'started' then started_on
            when 'building' then building_on
            when 'completed' then completed_on
            when 'producing' then producing_on
            when 'at_capacity' then at_capacity_on
            when 'dropped' then dropped_on
        end as stage_on,
        least(
            lead_on, negotiating_on, intent_on, agreement_on, signed_on, started_on, building_on, completed_on,
            producing_on, at_capacity_on, dropped_on
        ) as first_date_on,
    from (
        select
            *,
            case
                when stage <> 'dropped' or stage is null then rank_or_contract(stage) >= 5
                when least(signed_on, started_on, building_on, completed_on, producing_on, at_capacity_on) <= as_of
                    then true
                else false
            end as is_contract,
        from projects
        where stage is distinct from 'merged'
    ) as projects
);

-- is_paired: whether a project counts in the rate of funds in place: only where both its contract and its funds are
-- stated. in_place_rate: that rate, of the sums over such projects.
create macro is_paired(contract_wan, in_place_wan) as contract_wan is not null and in_place_wan is not null;
create macro in_place_rate(paired_in_place_wan, paired_contract_wan) as
    100.0 * paired_in_place_wan / nullif(paired_contract_wan, 0);

-- projects_placed: what every ledger in force says of every project, in the parks of a day: a project of a park that
-- was merged by then stands in its heir. ledger_park_id is the park that the ledger means, merged_on when it went.
create macro projects_placed(as_of) as table (
    select
        projects.* exclude (park_id),
        projects.park_id as ledger_park_id,
        successions.from_on as merged_on,
        coalesce(successions.park_id, projects.park_id) as park_id,
    from projects_stated(as_of) as projects
    left join park_successions as successions
        on projects.park_id = successions.merged_park_id
        and as_of >= successions.from_on
        and as_of < successions.until_on
);

-- projects_as_of: one row per project, as the newest ledger that speaks of it by that date has it.
create macro projects_as_of(as_of) as table (
    select
        * exclude (is_outside_stated),
        case
            when is_outside_stated then 'outside'
            when located_count > 1 then 'several'
            when located_count = 0 and stated_park_id is null and enters_parks(industry_code) then 'nowhere'
            when located_count is null and stated_park_id is null and is_contract then 'unplaced'
        end as place_issue,
    from projects_placed(as_of)
    where period <= as_of and as_of < valid_to
);

-- contract_moves: how the contract money of projects came about, one row per (project, move): the contract itself on
-- its signing date (null for one that is not stated), and each time that a later ledger states more or less than the
-- one before, that difference at that ledger's end (is_change). They add up to what the project states at as_of.
create macro contract_moves(as_of) as table (
    with changes as (
        select project_id, period, contract_of(stage, contract_wan) - contract_before_wan as change_wan
        from projects
        where period <= as_of and period < valid_to and contract_of(stage, contract_wan) <> contract_before_wan
    ),
    today as (
        select project_id, signed_on, stated_wan
        from projects_as_of(as_of)
    )
    select changes.project_id, changes.period as moved_on, true as is_change, changes.change_wan as moved_wan
    from changes
    semi join (select project_id from today where stated_wan is not null) as stating
        on changes.project_id = stating.project_id
    union all
    select today.project_id, today.signed_on, false, today.stated_wan - coalesce(sums.change_wan, 0)
    from today
    left join (select project_id, sum(change_wan) as change_wan from changes group by project_id) as sums
        on today.project_id = sums.project_id
);

-- targets_as_of: one row per (unit or park, year, metric, tier), from the newest file that speaks of the year's targets
-- of that kind: of units, of parks, or of the region as a whole.
create macro targets_as_of(as_of) as table (
    select * exclude (newest)
    from (
        select
            targets.*,
            rank() over (
                partition by targets.year, targets.unit_name is null, targets.park_name is null
                order by targets.import_id desc
            ) as newest,
        from targets
        inner join imports_in_force(as_of) as in_force on targets.import_id = in_force.import_id
    ) as ranked
    where newest = 1
);
