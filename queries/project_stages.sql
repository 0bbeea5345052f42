-- project_stages: when one project reached each stage and when it was to, one row per stage in order; dropped last,
-- where it was. A stage below the one it stands in counts as reached, with or without a date;
-- a dropped project is late for nothing any more.
--
-- reads:    projects_as_of, stage_dates
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
-- returns:  stage                     VARCHAR
--           is_reached                BOOLEAN
--           reached_on                DATE     null without a date up to the day
--           planned_on                DATE     null where nothing was planned
--           days_late                 BIGINT   天, after its plan, reached or still open; null where not late
-- order:    the rank of the stage, dropped last
with chosen as (
    select project_id, stage_rank(stage) as rank, coalesce(stage = 'dropped', false) as is_dropped
    from projects_as_of($as_of)
    where project_id = $project_id
),
dates as (
    select * from stage_dates($as_of, anywhere()) where project_id = $project_id
),
told as (
    select
        dates.*,
        chosen.is_dropped,
        dates.reached_on is not null
        or coalesce(chosen.rank >= dates.stage_rank, dates.stage = 'dropped') as is_reached,
    from dates
    inner join chosen on dates.project_id = chosen.project_id
    where dates.stage <> 'dropped' or chosen.is_dropped
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
order by stage_rank nulls last;
