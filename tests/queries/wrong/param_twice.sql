-- param_twice: the parks, one row per park.
-- expect: as_of is declared twice; keep one
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
--           $as_of   DATE     again
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
