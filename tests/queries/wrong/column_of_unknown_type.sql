-- column_of_unknown_type: the parks, one row per park.
-- expect: is declared FLOAT; take one of
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu FLOAT 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
