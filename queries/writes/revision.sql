-- revision: how many entries of the journal the tables hold.
select count(*) as revision from journal_lines;
