-- column_not_in_catalogue: the parks, one row per park.
-- expect: column size_mu is not in parkatlas/columns.py; add it there first
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           size_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu as size_mu,
from parks_as_of($as_of)
order by park_id;
