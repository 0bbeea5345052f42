-- imports: every import, the newest first, one row per import.
--
-- reads:    imports, imports_in_force
-- returns:  import_id                 BIGINT
--           import_kind               VARCHAR
--           period                    DATE
--           layer_name                VARCHAR  null for all other kinds
--           file_name                 VARCHAR
--           file_sha256               VARCHAR
--           imported_at               TIMESTAMP
--           imported_by               VARCHAR
--           import_row_count          BIGINT
--           warning_count             BIGINT
--           is_active                 BOOLEAN
--           is_in_force               BOOLEAN
-- order:    import_id descending
select
    imports.import_id,
    imports.import_kind,
    imports.period,
    imports.layer_name,
    imports.file_name,
    imports.file_sha256,
    imports.imported_at,
    imports.imported_by,
    imports.import_row_count,
    imports.warning_count,
    imports.is_active,
    in_force.import_id is not null as is_in_force,
from imports
left join imports_in_force(cast('9999-12-31' as date)) as in_force on imports.import_id = in_force.import_id
order by imports.import_id desc;
