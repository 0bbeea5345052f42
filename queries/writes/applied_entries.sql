-- applied_entries: how many entries of the journal the tables hold.
select entry_count from applied;
