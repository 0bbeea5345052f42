-- relation_undeclared: the parks, one row per park.
-- expect: only in the statement ['units_as_of']
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
cross join units_as_of($as_of) as others
order by park_id;
