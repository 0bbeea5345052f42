-- journal_lines: the entries of the journal that the tables hold, as its lines.
select line from journal_lines order by line_number;
