-- resolve_decisions: add to projects what the decisions in force say of a project from their day on: what the newest
-- ledger by then says of it, as dropped where it was dropped, at the stage 'merged' (which no question finds) where
-- another project holds it now. A later ledger that names the project speaks again.
insert into projects by name
with named as (
    select
        decisions.*,
        coalesce(by_id.project_id, by_name.project_id) as project_id,
    from decisions
    inner join imports_in_force(cast('9999-12-31' as date)) as in_force on decisions.import_id = in_force.import_id
    left join (select distinct project_id from projects) as by_id on decisions.project_name = by_id.project_id
    left join (select distinct project_id, project_name from projects) as by_name
        on by_id.project_id is null and decisions.project_name = by_name.project_name
)
select
    projects.* replace (
        named.import_id as import_id,
        named.decided_on as period,
        cast('9999-12-31' as date) as valid_to,
        if(named.outcome = 'stays', projects.stage, named.outcome) as stage,
        if(named.outcome = 'merged', null, projects.contract_wan) as contract_wan,
        if(named.outcome = 'dropped', named.decided_on, projects.dropped_on) as dropped_on,
        if(named.outcome = 'dropped', coalesce(named.decision_note, projects.drop_reason), projects.drop_reason)
            as drop_reason
    ),
from named
inner join projects on named.project_id = projects.project_id and projects.period <= named.decided_on
inner join imports_in_force(cast('9999-12-31' as date)) as in_force
    on projects.import_id = in_force.import_id and in_force.import_kind = 'ledger'
qualify
    row_number() over (partition by named.import_id, named.project_id order by projects.period desc) = 1;
