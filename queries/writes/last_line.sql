-- last_line: the newest entry of the journal that the tables hold, as its line; no row where they hold none.
select line from journal_lines order by line_number desc limit 1;
