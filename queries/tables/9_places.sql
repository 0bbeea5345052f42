-- project_told: what each ledger in force says of one project, one row per ledger that speaks of it by the day.
create macro project_told(as_of, project) as table (
    select *
    from projects_placed(as_of)
    where project_id = project and period <= as_of and period < valid_to
);
