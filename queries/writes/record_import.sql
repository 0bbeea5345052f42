-- record_import: note an import, active at once; resolve_imports says what it supersedes.
insert into imports values (
    $import_id, $import_kind, $period, $file_name, $file_sha256, $imported_at, $imported_by,
    $import_row_count, $warning_count, true, $effective_on, $layer_name, null
);
