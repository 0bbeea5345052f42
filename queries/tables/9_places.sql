-- project_told: what each ledger in force says of one project, one row per ledger that speaks of it by the day.
create macro project_told(as_of, project) as table (
    select
        * exclude (contract_wan),
        projects.contract_wan as stated_wan,
        is_contract_stage(stage, signed_on, started_on, building_on, completed_on, producing_on, at_capacity_on)
            as is_contract,
        case when is_contract then stated_wan end as contract_wan,
        case when not is_contract then stated_wan end as intended_wan,
    from projects
    where project_id = project and period <= as_of and period < valid_to
);
