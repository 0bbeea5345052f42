-- note_scripts: a new database remembers which scripts made its tables.
insert into made_by values ($scripts_sha256);
