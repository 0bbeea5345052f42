-- column_without_unit: the parks, one row per park.
-- expect: planned_area_mu is in '亩' by columns.py, not in ''
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
