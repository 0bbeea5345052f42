-- catalogue_has_other_type: the parks, one row per park.
-- expect: park_id is VARCHAR by columns.py, not BIGINT; cast it
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  BIGINT
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    length(park_id) as park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
