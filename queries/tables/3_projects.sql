-- projects: one row per (import, project), figures cumulative at the month's end `period`.
-- As imported: the ledger's columns, names as stated; those not named here are put in by the record of a ledger and the
-- catalogue (parkatlas/filetypes.py, parkatlas/columns.py). Derived by resolve_projects: the ids, the park at the point
-- and valid_to, the first day on which a later ledger in force speaks of the project (9999-12-31 while none does; equal
-- to period where the import is undone or superseded, so that no as-of date finds the row). Derived by resolve_spans,
-- of the earlier ledgers in force: highest_rank, that of the highest stage they state, and the …_before_wan, what they
-- last state of cumulative money and of a contract's, so that what ledgers added is a plain sum that needs no history.
create table projects (
    import_id bigint not null,
    period date not null,
    valid_to date not null,
    highest_rank bigint,
    contract_before_wan double,
    done_fai_before_wan double,
    in_place_before_wan double,
    outside_in_place_before_wan double,
    foreign_usd_before_wan double,
    source_row bigint not null,
    project_name varchar not null,
    project_id varchar not null,
    -- columns of a ledger
    unit_id varchar,
    host_unit_id varchar,
    stated_park_id varchar,
    located_park_id varchar,
    located_count bigint,
    is_outside_stated boolean,
    park_id varchar,
    is_enclave boolean,
);

-- decisions: one row per (import, project): what became of a project that ledgers stopped to name, and since when, by
-- names or ids as stated. resolve_decisions puts what they say into projects, as a ledger of one row would.
create table decisions (
    import_id bigint not null,
    project_name varchar not null,
    outcome varchar not null,
    decided_on date not null,
    heir_name varchar,
    decision_note varchar,
);
