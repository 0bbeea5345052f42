-- set_active: undo (false) or redo (true) an import.
update imports set is_active = $is_active where import_id = $import_id;
