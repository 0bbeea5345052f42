-- row_counts: how many rows of its own kind each import has.
select import_id, import_row_count from imports order by import_id;
