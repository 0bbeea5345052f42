-- start_count: a new database holds no entry yet; it remembers which scripts made its tables.
insert into applied values (0, $scripts_sha256);
