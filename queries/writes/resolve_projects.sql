-- resolve_projects: add rows_to_resolve (the ledger's columns, import_id, source_row, and what their points lie in) to
-- projects, with the names they state resolved to the ids of the registers in force in their period. A project stands
-- in the park it states; where it states none, in the one that holds its point.
insert into projects by name
with named as (
    select
        incoming.*,
        cast('9999-12-31' as date) as valid_to,
        coalesce(introducers.unit_id, incoming.unit_name) as unit_id,
        coalesce(hosts.unit_id, incoming.host_unit_name) as host_unit_id,
        coalesce(stated.park_id, incoming.stated_park_name) as stated_park_id,
        coalesce(stated.park_id, incoming.stated_park_name, incoming.located_park_id) as park_id,
    from rows_to_resolve as incoming
    left join unit_keys($period) as introducers on incoming.unit_name = introducers.spoken
    left join unit_keys($period) as hosts on incoming.host_unit_name = hosts.spoken
    left join park_keys($period) as stated on incoming.stated_park_name = stated.spoken
)
select
    named.*,
    case
        when named.park_id is not null then named.unit_id <> coalesce(standing.host_unit_id, named.host_unit_id)
    end as is_enclave,
from named
left join parks_as_of($period) as standing on named.park_id = standing.park_id;
