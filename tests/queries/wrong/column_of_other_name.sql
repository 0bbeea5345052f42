-- column_of_other_name: the parks, one row per park.
-- expect: the statement returns planned_area_mu DOUBLE here, the header says area DOUBLE
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           area  DOUBLE   亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
