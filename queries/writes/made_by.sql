-- made_by: which scripts made the tables.
select scripts_sha256 from made_by;
