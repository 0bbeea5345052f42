-- record_line: the tables hold one more entry of the journal.
insert into journal_lines select coalesce(max(line_number), 0) + 1 as line_number, $line as line from journal_lines;
