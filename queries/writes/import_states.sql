-- import_states: kind, period and state of every import.
select import_id, import_kind, period, is_active from imports order by import_id;
