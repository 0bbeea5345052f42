-- resolve_successions: write park_successions of the newest register of parks, through whatever mergers.
insert into park_successions
with recursive parks as (select * from parks_registered(cast('9999-12-30' as date))),
merged as (
    select parks.park_id, heirs.park_id as heir_id, parks.merged_on
    from parks
    inner join parks as heirs on parks.merged_into_name in (heirs.park_name, heirs.park_id)
    where parks.merged_on is not null and parks.park_id <> heirs.park_id
),
followed as (
    select park_id, heir_id, merged_on as from_on from merged
    union
    select followed.park_id, merged.heir_id, greatest(followed.from_on, merged.merged_on)
    from followed
    inner join merged on followed.heir_id = merged.park_id
),
-- A park is followed on the day that its heir merges in turn; of heirs of one day the last stands.
standing as (
    select followed.*, coalesce(merged.merged_on, cast('9999-12-31' as date)) as until_on
    from followed
    left join merged on followed.heir_id = merged.park_id
)
select park_id as merged_park_id, heir_id as park_id, from_on, until_on
from standing
where from_on < until_on;
