-- is_contract_stage: whether money stated in a stage is contract money: from the contract on, where no stage is stated,
-- and of a dropped project that had signed.
create macro is_contract_stage(stage, signed_on) as
    case when stage = 'dropped' then signed_on is not null else coalesce(stage_rank(stage), 5) >= 5 end;

-- project_told: what each ledger in force says of one project, one row per ledger that speaks of it by the day.
create macro project_told(as_of, project) as table (
    select *, is_contract_stage(stage, signed_on) as is_contract
    from projects
    where project_id = project and period <= as_of and period < valid_to
);
