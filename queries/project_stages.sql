-- project_stages: when one project reached each stage and when it was to, one row per stage in order; dropped last,
-- where it was. A stage below the one it stands in counts as reached, with or without a date;
-- a dropped project is late for nothing any more.
--
-- reads:    projects_dated
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
-- returns:  stage                     VARCHAR
--           is_reached                BOOLEAN
--           reached_on                DATE     null without a date up to the day
--           planned_on                DATE     null where nothing was planned
--           days_late                 BIGINT   天, after its plan, reached or still open; null where not late
-- order:    the place of the stage
with chosen as (
    select *, coalesce(stage_rank(stage), 0) as rank, coalesce(stage = 'dropped', false) as is_dropped
    from projects_dated($as_of, null, null, null, null)
    where project_id = $project_id
),
steps as (
    select
        1 as place,
        'lead' as stage,
        rank,
        is_dropped,
        lead_on as reached_on,
        cast(null as date) as planned_on,
    from chosen
    union all
    select 2, 'negotiating', rank, is_dropped, negotiating_on, null from chosen
    union all
    select 3, 'intent', rank, is_dropped, intent_on, null from chosen
    union all
    select 4, 'agreement', rank, is_dropped, agreement_on, null from chosen
    union all
    select 5, 'signed', rank, is_dropped, signed_on, null from chosen
    union all
    select 6, 'started', rank, is_dropped, started_on, coalesce(planned_start_on, agreed_start_on) from chosen
    union all
    select 7, 'building', rank, is_dropped, building_on, null from chosen
    union all
    select 8, 'completed', rank, is_dropped, completed_on, planned_completion_on from chosen
    union all
    select 9, 'producing', rank, is_dropped, producing_on, planned_production_on from chosen
    union all
    select 10, 'at_capacity', rank, is_dropped, at_capacity_on, null from chosen
    union all
    select 11, 'dropped', 11, true, dropped_on, null from chosen where is_dropped
),
told as (
    select *, reached_on is not null or rank >= place as is_reached from steps
)
select
    stage,
    is_reached,
    reached_on,
    planned_on,
    case
        when reached_on > planned_on then cast(reached_on - planned_on as bigint)
        when not is_reached and not is_dropped and $as_of > planned_on then cast($as_of - planned_on as bigint)
    end as days_late,
from told
order by place;
