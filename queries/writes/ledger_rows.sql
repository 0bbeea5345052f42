-- ledger_rows: a stored ledger as it was imported, without what resolve_projects derives.
select * exclude (
    valid_to, highest_rank, done_fai_before_wan, in_place_before_wan, outside_in_place_before_wan,
    foreign_usd_before_wan, unit_id, host_unit_id, stated_park_id, located_park_id, located_count, is_outside_stated,
    park_id, is_enclave
)
from projects
where import_id = $import_id
order by source_row;
