-- resolve_thresholds: write threshold_spans of the table of thresholds in force, with its names as the newest register
-- means them. The lines of a park merged into another hold for its heir, too, where the table has none of the heir's
-- own.
insert into threshold_spans
with spoken as (
    select unnest([park_name, park_id]) as spoken, park_id, false as is_heir
    from parks_registered(cast('9999-12-31' as date))
    union
    select unnest([park_name, park_id]), heir_id, true
    from park_heirs(cast('9999-12-31' as date))
),
named as (
    select thresholds.*, coalesce(spoken.park_id, thresholds.park_name) as park_id, spoken.is_heir
    from thresholds
    inner join imports_in_force(cast('9999-12-31' as date)) as in_force on thresholds.import_id = in_force.import_id
    left join spoken on thresholds.park_name = spoken.spoken
    qualify rank() over (
        partition by coalesce(spoken.park_id, thresholds.park_name) order by coalesce(spoken.is_heir, false)
    ) = 1
)
select
    park_id,
    valid_from_on,
    lead(valid_from_on, 1, cast('9999-12-31' as date)) over (
        partition by park_id order by valid_from_on, park_name
    ) as valid_to_on,
    threshold_wan_per_mu,
    threshold_source,
from named;
