-- project_obstacles: what is not solved yet and holds one project up, one row per obstacle in force, whether or not
-- it holds others as well.
--
-- reads:    held_up
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
-- returns:  obstacle_id               VARCHAR
--           obstacle_kind             VARCHAR
--           description               VARCHAR
--           unit_name                 VARCHAR  the unit that has to solve it
--           raised_on                 DATE
--           open_days                 BIGINT   天, null without the date it was raised
--           due_on                    DATE
--           overdue_days                 BIGINT   天, past the date due; null where it is not
--           project_count             BIGINT   个, held up by it, this one too
-- order:    overdue_days descending, nulls last, then obstacle_id
with held as (
    select *, count(*) over (partition by obstacle_id) as project_count
    from held_up($as_of)
)
select
    obstacle_id,
    obstacle_kind,
    description,
    unit_name,
    raised_on,
    cast($as_of - raised_on as bigint) as open_days,
    due_on,
    case when due_on < $as_of then cast($as_of - due_on as bigint) end as overdue_days,
    project_count,
from held
where project_id = $project_id
order by overdue_days desc nulls last, obstacle_id;
