-- resolve_spans: set valid_to of every row that another ledger, an undo or a redo has moved.
update projects
set valid_to = spans.valid_to
from (
    select
        projects.import_id,
        projects.project_id,
        case
            when in_force.import_id is null then projects.period
            else lead(projects.period, 1, cast('9999-12-31' as date)) over (
                partition by projects.project_id, in_force.import_id is null
                order by projects.period
            )
        end as valid_to,
    from projects
    left join imports_in_force(cast('9999-12-31' as date)) as in_force on projects.import_id = in_force.import_id
) as spans
where
    projects.import_id = spans.import_id
    and projects.project_id = spans.project_id
    and projects.valid_to <> spans.valid_to;
