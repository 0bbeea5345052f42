-- projects_charged: pipeline_projects that are not dropped, with what moved since the ledger before the newest, the
-- planned date they head for and a lamp, one row per project. Moved: the stage rose, money was added or the project is
-- new; null where there is no ledger before. next_on is the planned start before the start (of a stage not stated too),
-- the planned completion until completed, then the planned production; days_to_next are negative once it has passed.
-- Lamp: red past that date, yellow within 30 days of it or past the stage's limit, else green; null where a project not
-- yet producing states neither the date nor that of its stage.
create macro projects_charged(as_of, stage_limits, scope) as table (
    with ledger_before as (
        select max(period) as period
        from ledger_periods(as_of)
        where period < (select max(period) from ledger_periods(as_of))
    ),
    before as (
        select
            projects.project_id,
            projects.stage,
            projects.in_place_wan,
            projects.in_place_before_wan,
            projects.done_fai_wan,
            projects.done_fai_before_wan,
        from projects
        cross join ledger_before
        where projects.period <= ledger_before.period and ledger_before.period < projects.valid_to
    ),
    headed as (
        select
            projects.*,
            before.stage as previous_stage,
            money_added(
                projects.in_place_wan, projects.in_place_before_wan, before.in_place_wan, before.in_place_before_wan
            ) as in_place_added_wan,
            money_added(
                projects.done_fai_wan, projects.done_fai_before_wan, before.done_fai_wan, before.done_fai_before_wan
            ) as done_added_wan,
            case
                when ledger_before.period is not null
                    then before.project_id is null
                    or coalesce(projects.rank > coalesce(stage_rank(before.stage), 0), false)
                    or coalesce(in_place_added_wan > 0, false)
                    or coalesce(done_added_wan > 0, false)
            end as is_moved,
            case
                when rank_or_contract(projects.stage) <= 5 then 'start'
                when projects.rank <= 7 then 'completion'
                when projects.rank = 8 then 'production'
            end as heading,
            case heading
                when 'start' then planned_start_on
                when 'completion' then planned_completion_on
                when 'production' then planned_production_on
            end as next_on,
        from pipeline_projects(as_of, stage_limits, scope) as projects
        cross join ledger_before
        left join before on projects.project_id = before.project_id
        where coalesce(projects.stage, '') <> 'dropped'
    ),
    timed as (
        select
            *,
            case when next_on is not null then heading end as next_step,
            cast(next_on - as_of as bigint) as days_to_next,
            coalesce(next_on < as_of, false) as is_late,
            coalesce(next_on - as_of between 0 and 30, false) as is_due,
            coalesce(over_days > 0, false) as is_stuck,
        from headed
    )
    select
        *,
        case
            when is_late then 'red'
            when is_stuck or is_due then 'yellow'
            when next_on is not null or rank >= 9 or (limit_days is not null and stage_days is not null) then 'green'
        end as state_lamp,
    from timed
);

-- projects_of_people: projects_charged, one row per (role, project), with who bears it: null where nobody is named.
create macro projects_of_people(as_of, stage_limits, scope) as table (
    select
        role,
        case role when 'leader' then leader_name when 'officer' then officer_name end as person_name,
        charged.*,
    from projects_charged(as_of, stage_limits, scope) as charged
    cross join (values ('leader'), ('officer')) as roles (role)
);
