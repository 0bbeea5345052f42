-- campaign_without_result: the units that so far brought a campaign neither funds in place nor a signed contract, one
-- row per unit. Of the units with a target of their own in it, or of all where none has one; none before it begins.
--
-- reads:    campaigns_as_of, campaign_targets, unit_keys, units_as_of, done_by
-- params:   $as_of        DATE       ledger date, inclusive
--           $campaign_id  VARCHAR    which campaign
--           $units        VARCHAR[]  unit ids, null for all
-- returns:  unit_id     VARCHAR
--           unit_name   VARCHAR
--           unit_kind   VARCHAR
--           unit_group  VARCHAR
--           day_number  BIGINT   天, of the campaign
-- order:    unit_group, then unit_name, then unit_id
with clock as (select * from campaigns_as_of($as_of) where campaign_id = $campaign_id and day_number > 0),
targeted as (
    select distinct coalesce(unit_keys.unit_id, targets.unit_name) as unit_id
    from campaign_targets as targets
    inner join clock on targets.import_id = clock.import_id and targets.campaign_id = clock.campaign_id
    left join unit_keys($as_of) as unit_keys on targets.unit_name = unit_keys.spoken
    where targets.unit_name is not null
),
brought as (
    select unit_id
    from done_by(campaign_first_on($as_of, $campaign_id), campaign_until($as_of, $campaign_id))
    where metric in ('project_count', 'in_place_wan') and done_value > 0
)
select
    register.unit_id,
    register.unit_name,
    register.unit_kind,
    unit_group_of(register.unit_kind) as unit_group,
    clock.day_number,
from units_as_of($as_of) as register
cross join clock
where
    (register.unit_id in (select unit_id from targeted) or not exists (select unit_id from targeted))
    and register.unit_id not in (select unit_id from brought where unit_id is not null)
    and is_chosen(register.unit_id, $units)
order by unit_group, unit_name, unit_id;
