-- forget_ledger: take a ledger's rows out of projects, to be resolved anew.
delete from projects where import_id = $import_id;
