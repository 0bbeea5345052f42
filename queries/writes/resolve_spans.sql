-- resolve_spans: set valid_to and highest_rank of every row for which another ledger, an undo or a redo has moved them.
update projects
set valid_to = spans.valid_to, highest_rank = spans.highest_rank
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
        max(stage_rank(projects.stage)) over (
            partition by projects.project_id, in_force.import_id is null
            order by projects.period
            rows between unbounded preceding and 1 preceding
        ) as highest_rank,
    from projects
    left join imports_in_force(cast('9999-12-31' as date)) as in_force on projects.import_id = in_force.import_id
) as spans
where
    projects.import_id = spans.import_id
    and projects.project_id = spans.project_id
    and (projects.valid_to <> spans.valid_to or projects.highest_rank is distinct from spans.highest_rank);
