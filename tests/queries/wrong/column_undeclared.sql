-- column_undeclared: the parks, one row per park.
-- expect: the statement returns 2 columns, the header declares 1; declare each
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
