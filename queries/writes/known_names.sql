-- known_names: every name and id that registers and ledgers hold today, one row per name.
select 'parks' as register, spoken from park_keys(cast('9999-12-30' as date))
union all
select 'units' as register, spoken from unit_keys(cast('9999-12-30' as date))
union all
select distinct 'projects' as register, project_id as spoken from projects
union all
select distinct 'projects' as register, project_name as spoken from projects
order by register, spoken;
