-- newest_period: the last day of the newest ledger in force.
select max(period) as period from imports_in_force(cast('9999-12-31' as date)) where import_kind = 'ledger';
