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

-- applied: one row, how many entries of the journal the tables hold, and the scripts that made them.
create table applied (entry_count bigint not null, scripts_sha256 varchar not null);
