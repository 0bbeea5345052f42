-- table_names: the tables there are; none in a new database.
select table_name from information_schema.tables order by table_name;
