-- columns_in_other_order: the parks, one row per park.
-- expect: the statement returns park_id VARCHAR here
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  planned_area_mu DOUBLE 亩
--           park_id  VARCHAR
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
order by park_id;
