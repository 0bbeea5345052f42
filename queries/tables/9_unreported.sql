-- unreported_in_scope: the projects that count though the newest ledger by a date does not name them, as the last
-- ledger that did has them; with `named`, those that a ledger of that date would leave out that named only these.
-- Dropped projects and those on which somebody decided are none of them.
create macro unreported_in_scope(as_of, named, scope) as table (
    select projects.*
    from projects_in_scope(as_of, scope) as projects
    semi join (select import_id from imports where import_kind = 'ledger') as ledgers
        on projects.import_id = ledgers.import_id
    anti join (select unnest(cast(named as varchar[])) as project_id) as listed
        on projects.project_id = listed.project_id
    where
        projects.stage is distinct from 'dropped'
        and (
            named is not null
            or projects.period < (select max(period) from imports_in_force(as_of) where import_kind = 'ledger')
        )
);
