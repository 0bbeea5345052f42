-- campaign_without_result: the units that so far brought a campaign neither funds in place nor a signed contract, one
-- row per unit. Of the units with a target of their own in it, or of all where none has one; none before it begins.
--
-- reads:    campaigns_as_of, campaign_goals, units_as_of, done_by
-- params:   $as_of        DATE       ledger date, inclusive
--           $campaign_id  VARCHAR    which campaign
--           $scope.units  VARCHAR[]  unit ids, null for all
-- returns:  unit_id     VARCHAR
--           unit_label   VARCHAR
--           unit_kind   VARCHAR
--           unit_group  VARCHAR
--           day_number  BIGINT   天, of the campaign
-- order:    unit_group, then unit_label, then unit_id
with clock as (select * from campaigns_as_of($as_of) where campaign_id = $campaign_id and day_number > 0),
targeted as (
    select distinct unit_id from campaign_goals($as_of, $campaign_id) where unit_id is not null
),
brought as (
    select unit_id
    from done_by($as_of, campaign_first_on($as_of, $campaign_id), campaign_until($as_of, $campaign_id))
    where metric in ('project_count', 'in_place_wan') and done_value > 0
)
select
    register.unit_id,
    label_of(register.unit_name, register.unit_id) as unit_label,
    register.unit_kind,
    unit_group_of(register.unit_kind) as unit_group,
    clock.day_number,
from units_as_of($as_of) as register
cross join clock
where
    (register.unit_id in (select unit_id from targeted) or not exists (select unit_id from targeted))
    and register.unit_id not in (select unit_id from brought where unit_id is not null)
    and is_chosen(register.unit_id, $scope.units)
order by unit_group, unit_label, unit_id;
