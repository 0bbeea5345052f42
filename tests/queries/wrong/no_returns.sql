-- no_returns: the parks, one row per park.
-- expect: the header lacks 'returns:'
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
