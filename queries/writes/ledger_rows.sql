-- ledger_rows: a stored ledger as it was imported, without what resolve_projects derives.
select * exclude (
    valid_to, highest_rank, unit_id, host_unit_id, stated_park_id, located_park_id, located_count, is_outside_stated,
    park_id, is_enclave
)
from projects
where import_id = $import_id
order by source_row;
