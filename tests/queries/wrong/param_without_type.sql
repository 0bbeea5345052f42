-- param_without_type: the parks, one row per park.
-- expect: is not of the form '$name TYPE meaning'
--
-- reads:    parks_as_of
-- params:   $as_of   the ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
