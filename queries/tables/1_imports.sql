-- imports: one row per import, kept for good; an undone one stays, inactive.
create table imports (
    import_id bigint primary key,
    import_kind varchar not null,
    period date,
    file_name varchar not null,
    file_sha256 varchar not null,
    imported_at timestamp not null,
    imported_by varchar not null,
    import_row_count bigint not null,
    warning_count bigint not null,
    is_active boolean not null,
    -- first day from which it holds: a ledger's month end, or since ever where no period was given
    effective_on date not null,
    -- which constraint layer a file holds, null for all other kinds
    layer_name varchar,
    -- first day on which another import holds in its place, null for none; of an undone one it means nothing
    superseded_on date,
);

-- journal_lines: one row per entry of the journal that the tables hold, as its line stands in the file. Its last hash
-- proves the journal, and from here the journal can be written anew.
create table journal_lines (line_number bigint primary key, line varchar not null);

-- made_by: one row, the scripts that made the tables.
create table made_by (scripts_sha256 varchar not null);
