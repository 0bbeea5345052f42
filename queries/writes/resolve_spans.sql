-- resolve_spans: set valid_to, highest_rank and the …_before_wan of every row for which another ledger, an undo or a
-- redo has moved them.
update projects
set
    valid_to = spans.valid_to,
    highest_rank = spans.highest_rank,
    contract_before_wan = spans.contract_before_wan,
    done_fai_before_wan = spans.done_fai_before_wan,
    in_place_before_wan = spans.in_place_before_wan,
    outside_in_place_before_wan = spans.outside_in_place_before_wan,
    foreign_usd_before_wan = spans.foreign_usd_before_wan
from (
    select
        projects.import_id,
        projects.project_id,
        case
            when in_force.import_id is null then projects.period
            else lead(projects.period, 1, cast('9999-12-31' as date)) over history
        end as valid_to,
        max(stage_rank(projects.stage)) over earlier as highest_rank,
        last_value(contract_of(projects.stage, projects.contract_wan) ignore nulls) over earlier as contract_before_wan,
        last_value(projects.done_fai_wan ignore nulls) over earlier as done_fai_before_wan,
        last_value(projects.in_place_wan ignore nulls) over earlier as in_place_before_wan,
        last_value(projects.outside_in_place_wan ignore nulls) over earlier as outside_in_place_before_wan,
        last_value(projects.foreign_usd_wan ignore nulls) over earlier as foreign_usd_before_wan,
    from projects
    left join imports_in_force(cast('9999-12-31' as date)) as in_force on projects.import_id = in_force.import_id
    window
        -- By import too: ledgers that are not in force may be of one month, and a replay gives the same rows.
        history as (
            partition by projects.project_id, in_force.import_id is null
            order by projects.period, projects.import_id
        ),
        earlier as (
            partition by projects.project_id, in_force.import_id is null
            order by projects.period, projects.import_id
            rows between unbounded preceding and 1 preceding
        )
) as spans
where
    projects.import_id = spans.import_id
    and projects.project_id = spans.project_id
    and (
        projects.valid_to <> spans.valid_to
        or projects.highest_rank is distinct from spans.highest_rank
        or projects.contract_before_wan is distinct from spans.contract_before_wan
        or projects.done_fai_before_wan is distinct from spans.done_fai_before_wan
        or projects.in_place_before_wan is distinct from spans.in_place_before_wan
        or projects.outside_in_place_before_wan is distinct from spans.outside_in_place_before_wan
        or projects.foreign_usd_before_wan is distinct from spans.foreign_usd_before_wan
    );
