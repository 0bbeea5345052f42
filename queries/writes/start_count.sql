-- start_count: a new database holds no entry yet.
insert into applied select 0 where not exists (select 1 from applied);
