-- no_order: the parks, one row per park.
-- expect: the header lacks 'order:'
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
