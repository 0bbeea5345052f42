-- project_changes: what changed of one project from one ledger that speaks of it to the next, one row per (period,
-- field), with the value before and after as text, numbers in the field's unit; null where none is stated.
--
-- reads:    project_told
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
--           $most        BIGINT     at most so many rows, null for all
-- returns:  period                    DATE     the ledger that states the change
--           earlier_period            DATE     the ledger before that speaks of the project
--           changed_field             VARCHAR  name of a column of the ledger
--           before_text               VARCHAR  null where none was stated
--           after_text                VARCHAR  null where none is stated
-- order:    period descending, then the field's place in the ledger
with stated as (
    select
        told.period,
        fields.place,
        fields.changed_field,
        case fields.changed_field
            when 'project_name' then project_name
            when 'stage' then stage
            when 'contract_wan' then cast(stated_wan as varchar)
            when 'planned_fai_wan' then cast(planned_fai_wan as varchar)
            when 'done_fai_wan' then cast(done_fai_wan as varchar)
            when 'in_place_wan' then cast(in_place_wan as varchar)
            when 'outside_in_place_wan' then cast(outside_in_place_wan as varchar)
            when 'foreign_usd_wan' then cast(foreign_usd_wan as varchar)
            when 'output_wan' then cast(output_wan as varchar)
            when 'tax_wan' then cast(tax_wan as varchar)
            when 'land_mu' then cast(land_mu as varchar)
            when 'stated_park_name' then stated_park_name
            when 'unit_name' then unit_name
            when 'host_unit_name' then host_unit_name
            when 'investor_name' then investor_name
            when 'industry_name' then industry_name
            when 'signed_on' then cast(signed_on as varchar)
            when 'started_on' then cast(started_on as varchar)
            when 'completed_on' then cast(completed_on as varchar)
            when 'producing_on' then cast(producing_on as varchar)
            when 'dropped_on' then cast(dropped_on as varchar)
            when 'planned_start_on' then cast(planned_start_on as varchar)
            when 'planned_completion_on' then cast(planned_completion_on as varchar)
            when 'planned_production_on' then cast(planned_production_on as varchar)
            when 'agreed_start_on' then cast(agreed_start_on as varchar)
            when 'supplied_on' then cast(supplied_on as varchar)
            when 'leader_name' then leader_name
            when 'officer_name' then officer_name
            when 'drop_reason' then drop_reason
        end as after_text,
    from project_told($as_of, $project_id) as told
    cross join (
        values
            (1, 'project_name'),
            (2, 'stage'),
            (3, 'contract_wan'),
            (4, 'planned_fai_wan'),
            (5, 'done_fai_wan'),
            (6, 'in_place_wan'),
            (7, 'outside_in_place_wan'),
            (8, 'foreign_usd_wan'),
            (9, 'output_wan'),
            (10, 'tax_wan'),
            (11, 'land_mu'),
            (12, 'stated_park_name'),
            (13, 'unit_name'),
            (14, 'host_unit_name'),
            (15, 'investor_name'),
            (16, 'industry_name'),
            (17, 'signed_on'),
            (18, 'started_on'),
            (19, 'completed_on'),
            (20, 'producing_on'),
            (21, 'dropped_on'),
            (22, 'planned_start_on'),
            (23, 'planned_completion_on'),
            (24, 'planned_production_on'),
            (25, 'agreed_start_on'),
            (26, 'supplied_on'),
            (27, 'leader_name'),
            (28, 'officer_name'),
            (29, 'drop_reason')
    ) as fields (place, changed_field)
),
beside as (
    select
        *,
        lag(period) over history as earlier_period,
        lag(after_text) over history as before_text,
    from stated
    window history as (partition by place order by period)
)
select
    period,
    earlier_period,
    changed_field,
    before_text,
    after_text,
from beside
where earlier_period is not null and coalesce(before_text, '') <> coalesce(after_text, '')
order by period desc, place
limit $most;
