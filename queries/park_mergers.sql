-- park_mergers: the parks that were merged into one park, the newest first, one row per merged park.
--
-- reads:    park_heirs, parks_registered
-- params:   $as_of       DATE       day by which they were merged, inclusive
--           $park_id     VARCHAR    the park that they belong to now
-- returns:  park_id                   VARCHAR
--           park_name                 VARCHAR
--           merged_on                 DATE
--           merged_into_name          VARCHAR  as the register states it; another merged park, where it went on
--           planned_area_mu           DOUBLE   亩
--           established_on            DATE
-- order:    merged_on descending, then park_id
select
    parks.park_id,
    parks.park_name,
    parks.merged_on,
    parks.merged_into_name,
    parks.planned_area_mu,
    parks.established_on,
from park_heirs($as_of) as heirs
inner join parks_registered($as_of) as parks on heirs.park_id = parks.park_id
where heirs.heir_id = $park_id
order by parks.merged_on desc, parks.park_id;
