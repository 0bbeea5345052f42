-- forget_decisions: take out of projects what decisions put there, before resolve_decisions writes it anew.
delete from projects
where import_id in (select import_id from imports where import_kind = 'decisions');
