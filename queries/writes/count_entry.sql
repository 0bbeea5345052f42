-- count_entry: one more entry of the journal is in the tables.
update applied set entry_count = entry_count + 1;
