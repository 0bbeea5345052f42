-- reads:    parks_as_of
-- expect: the first line reads '-- no_summary:
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
