-- stage_of: the stage of a rank, null outside 1 … 10; the other way round than stage_rank.
create macro stage_of(rank) as
    case rank
        when 1 then 'lead'
        when 2 then 'negotiating'
        when 3 then 'intent'
        when 4 then 'agreement'
        when 5 then 'signed'
        when 6 then 'started'
        when 7 then 'building'
        when 8 then 'completed'
        when 9 then 'producing'
        when 10 then 'at_capacity'
    end;

-- stage_date: the date of the stage a project stands in, of its stage dates.
create macro stage_date(
    stage,
    lead_on, negotiating_on, intent_on, agreement_on, signed_on, started_on, building_on, completed_on, producing_on,
    at_capacity_on, dropped_on
) as
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
    end;

-- limit_of: how many days a project may stand in the stage of a rank; null for no limit.
create macro limit_of(stage_limits, rank) as nullif(cast(stage_limits as bigint[])[rank], 0);

-- projects_dated: projects_in_scope with their stage dates up to the day (a later one has not come yet, so it counts as
-- not stated) and with the dropped ones where no stages are chosen.
create macro projects_dated(as_of, parks, units, industries, stages) as table (
    select
        * exclude (
            lead_on, negotiating_on, intent_on, agreement_on, signed_on, started_on, building_on, completed_on,
            producing_on, at_capacity_on, dropped_on
        ),
        case when lead_on <= as_of then lead_on end as lead_on,
        case when negotiating_on <= as_of then negotiating_on end as negotiating_on,
        case when intent_on <= as_of then intent_on end as intent_on,
        case when agreement_on <= as_of then agreement_on end as agreement_on,
        case when signed_on <= as_of then signed_on end as signed_on,
        case when started_on <= as_of then started_on end as started_on,
        case when building_on <= as_of then building_on end as building_on,
        case when completed_on <= as_of then completed_on end as completed_on,
        case when producing_on <= as_of then producing_on end as producing_on,
        case when at_capacity_on <= as_of then at_capacity_on end as at_capacity_on,
        case when dropped_on <= as_of then dropped_on end as dropped_on,
    from projects_in_scope(
        as_of,
        parks,
        units,
        industries,
        coalesce(
            cast(stages as varchar[]),
            [
                'lead', 'negotiating', 'intent', 'agreement', 'signed', 'started', 'building', 'completed',
                'producing', 'at_capacity', 'dropped', '',
            ]
        )
    )
);

-- pipeline_projects: projects_dated as the pipeline sees them, one row per project. rank is that of its stage; it has
-- reached that of its last dated stage if that is higher, and every stage below. stage_days are those since the date of
-- its stage, null without one; earlier_stage is the highest of earlier ledgers where that was higher. Money is
-- contract_wan from the contract on (and where no stage is stated), before it intended_wan. first_on is its earliest
-- date; stage_limits are days for the ranks 1 to 10, null or 0 for none.
create macro pipeline_projects(as_of, stage_limits, parks, units, industries, stages) as table (
    with ranked as (
        select
            *,
            stage_rank(stage) as rank,
            least(
                lead_on, negotiating_on, intent_on, agreement_on, signed_on, started_on, building_on, completed_on,
                producing_on, at_capacity_on, dropped_on
            ) as first_on,
            case
                when at_capacity_on is not null then 10
                when producing_on is not null then 9
                when completed_on is not null then 8
                when building_on is not null then 7
                when started_on is not null then 6
                when signed_on is not null then 5
                when agreement_on is not null then 4
                when intent_on is not null then 3
                when negotiating_on is not null then 2
                when lead_on is not null then 1
                else 0
            end as dated_rank,
            stage_date(
                stage,
                lead_on, negotiating_on, intent_on, agreement_on, signed_on, started_on, building_on, completed_on,
                producing_on, at_capacity_on, dropped_on
            ) as stage_on,
        from projects_dated(as_of, parks, units, industries, stages)
    ),
    weighed as (
        select
            *,
            greatest(coalesce(rank, 0), dated_rank) as reached_rank,
            cast(as_of - stage_on as bigint) as stage_days,
            limit_of(stage_limits, rank) as limit_days,
            cast(extract(year from first_on) as bigint) as cohort_year,
        from ranked
    )
    select
        *,
        case when stage_days > limit_days then stage_days - limit_days end as over_days,
        case when highest_rank > rank then stage_of(highest_rank) end as earlier_stage,
        case
            when rank <= 4 then 'preparing'
            when rank = 5 then 'to_start'
            when rank <= 7 then 'under_way'
            when rank = 8 then 'to_produce'
            when rank >= 9 then 'in_production'
        end as work_group,
    from weighed
);

-- is_listed: whether a row of pipeline_projects stands on a list that calls for action.
create macro is_listed(pipeline_gap, stage, rank, over_days, in_place_wan, earlier_stage) as
    case pipeline_gap
        when 'stuck' then over_days > 0
        when 'agreement_only' then rank = 4
        when 'not_started' then rank = 5
        when 'not_paid' then rank >= 6 and coalesce(in_place_wan, 0) = 0
        when 'not_producing' then rank = 8
        when 'fallen_back' then earlier_stage is not null
        when 'dropped' then stage = 'dropped'
    end;

-- pipeline_gap_kinds: the lists that call for action, one row per list with its place.
create macro pipeline_gap_kinds() as table (
    select *
    from (
        values
            ('stuck', 1),
            ('agreement_only', 2),
            ('not_started', 3),
            ('not_paid', 4),
            ('not_producing', 5),
            ('fallen_back', 6),
            ('dropped', 7)
    ) as kinds (pipeline_gap, place)
);

-- obstacles_open: the obstacles in force that stand on a day: raised by then (or without a date), not yet solved.
create macro obstacles_open(as_of) as table (
    select obstacles.*
    from obstacles
    inner join imports_in_force(as_of) as in_force on obstacles.import_id = in_force.import_id
    where (raised_on is null or raised_on <= as_of) and (resolved_on is null or resolved_on > as_of)
);

-- obstacles_said: whom the open obstacles name, one row per (obstacle, name), a project's name or its id.
create macro obstacles_said(as_of) as table (
    select
        open.obstacle_id,
        open.obstacle_kind,
        open.description,
        open.raised_on,
        open.due_on,
        open.unit_name,
        named.project_name as spoken,
    from obstacles_open(as_of) as open
    inner join obstacle_projects as named on open.import_id = named.import_id and open.obstacle_id = named.obstacle_id
);

-- held_up: which projects an open obstacle holds up, one row per (obstacle, project). Looking the few names said up
-- among the projects twice is far cheaper than a key for every project.
create macro held_up(as_of) as table (
    select said.* exclude (spoken), standing.project_id
    from obstacles_said(as_of) as said
    inner join projects_as_of(as_of) as standing on said.spoken = standing.project_id
    union
    select said.* exclude (spoken), standing.project_id
    from obstacles_said(as_of) as said
    inner join projects_as_of(as_of) as standing on said.spoken = standing.project_name
);

-- held_in_scope: what the open obstacles hold up within the filters, one row per (obstacle, project); a dropped project
-- is never held up. Money is contract_wan from the contract on (and where no stage is stated), before it intended_wan.
-- It asks neither held_up nor pipeline_projects: joining their answers would cost several times as much.
create macro held_in_scope(as_of, parks, units, industries, stages) as table (
    with said as (select * from obstacles_said(as_of)),
    scope as (
        select
            project_id,
            project_name,
            park_id,
            stage,
            lon,
            lat,
            stated_wan as held_wan,
            contract_wan,
            intended_wan,
        from projects_in_scope(as_of, parks, units, industries, stages)
        where coalesce(stage, '') <> 'dropped'
    )
    select said.* exclude (spoken), scope.* from said inner join scope on said.spoken = scope.project_id
    union
    select said.* exclude (spoken), scope.* from said inner join scope on said.spoken = scope.project_name
);
