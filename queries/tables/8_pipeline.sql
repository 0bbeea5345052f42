-- limit_of: how many days a project may stand in the stage of a rank; null for no limit.
create macro limit_of(stage_limits, rank) as nullif(cast(stage_limits as bigint[])[rank], 0);

-- stage_dates: when the projects in scope reached each stage, when they were to (planned_on) and when they left it for
-- the next one dated (left_on), one row per (project, stage); dropped, which has no rank, is the last. A date after the
-- day has not come yet and counts as not stated. Dropped projects are in scope where no stages are chosen.
-- Made column by column: a pivot of the whole table takes several times as long.
create macro stage_dates(as_of, scope) as table (
    with known as (
        select
            project_id,
            case when lead_on <= as_of then lead_on end as day_1,
            case when negotiating_on <= as_of then negotiating_on end as day_2,
            case when intent_on <= as_of then intent_on end as day_3,
            case when agreement_on <= as_of then agreement_on end as day_4,
            case when signed_on <= as_of then signed_on end as day_5,
            case when started_on <= as_of then started_on end as day_6,
            case when building_on <= as_of then building_on end as day_7,
            case when completed_on <= as_of then completed_on end as day_8,
            case when producing_on <= as_of then producing_on end as day_9,
            case when at_capacity_on <= as_of then at_capacity_on end as day_10,
            case when dropped_on <= as_of then dropped_on end as day_11,
            coalesce(day_10, day_11) as left_9,
            coalesce(day_9, left_9) as left_8,
            coalesce(day_8, left_8) as left_7,
            coalesce(day_7, left_7) as left_6,
            coalesce(day_6, left_6) as left_5,
            coalesce(day_5, left_5) as left_4,
            coalesce(day_4, left_4) as left_3,
            coalesce(day_3, left_3) as left_2,
            coalesce(day_2, left_2) as left_1,
            coalesce(planned_start_on, agreed_start_on) as start_on,
            planned_completion_on,
            planned_production_on,
        from projects_in_scope(as_of, with_dropped(scope))
    )
    select
        project_id,
        'lead' as stage,
        1 as stage_rank,
        day_1 as reached_on,
        cast(null as date) as planned_on,
        left_1 as left_on,
    from known
    union all
    select project_id, 'negotiating', 2, day_2, null, left_2 from known
    union all
    select project_id, 'intent', 3, day_3, null, left_3 from known
    union all
    select project_id, 'agreement', 4, day_4, null, left_4 from known
    union all
    select project_id, 'signed', 5, day_5, null, left_5 from known
    union all
    select project_id, 'started', 6, day_6, start_on, left_6 from known
    union all
    select project_id, 'building', 7, day_7, null, left_7 from known
    union all
    select project_id, 'completed', 8, day_8, planned_completion_on, left_8 from known
    union all
    select project_id, 'producing', 9, day_9, planned_production_on, left_9 from known
    union all
    select project_id, 'at_capacity', 10, day_10, null, day_11 from known
    union all
    select project_id, 'dropped', null, day_11, null, null from known
);

-- pipeline_projects: projects_in_scope as the pipeline sees them, one row per project, the dropped ones too where no
-- stages are chosen; a date after the day counts as not stated. rank is that of its stage; it has reached that of its
-- last dated stage if that is higher, and every stage below. stage_days are those since the date of its stage, null
-- without one; earlier_stage is the highest of earlier ledgers where that was higher; stage_limits are days for the
-- ranks 1 to 10, null or 0 for none.
create macro pipeline_projects(as_of, stage_limits, scope) as table (
    with ranked as (
        select
            * exclude (stage_on),
            stage_rank(stage) as rank,
            case when stage_on <= as_of then stage_on end as stage_on,
            case
                when at_capacity_on <= as_of then 10
                when producing_on <= as_of then 9
                when completed_on <= as_of then 8
                when building_on <= as_of then 7
                when started_on <= as_of then 6
                when signed_on <= as_of then 5
                when agreement_on <= as_of then 4
                when intent_on <= as_of then 3
                when negotiating_on <= as_of then 2
                when lead_on <= as_of then 1
                else 0
            end as dated_rank,
        from projects_in_scope(as_of, with_dropped(scope))
    ),
    weighed as (
        select
            *,
            greatest(coalesce(rank, 0), dated_rank) as reached_rank,
            cast(as_of - stage_on as bigint) as stage_days,
            limit_of(stage_limits, rank) as limit_days,
            case when first_date_on <= as_of then cast(extract(year from first_date_on) as bigint) end as cohort_year,
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
        when 'not_paid' then rank >= 6 and in_place_wan = 0
        when 'funds_unstated' then rank >= 6 and in_place_wan is null
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
            ('funds_unstated', 5),
            ('not_producing', 6),
            ('fallen_back', 7),
            ('dropped', 8)
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
create macro held_in_scope(as_of, scope) as table (
    with said as (select * from obstacles_said(as_of)),
    known as (
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
        from projects_in_scope(as_of, scope)
        where coalesce(stage, '') <> 'dropped'
    )
    select said.* exclude (spoken), known.* from said inner join known on said.spoken = known.project_id
    union
    select said.* exclude (spoken), known.* from said inner join known on said.spoken = known.project_name
);
