-- applied_entries: of tables that the first format's releases made, how many entries of the journal they hold.
select entry_count from applied;
