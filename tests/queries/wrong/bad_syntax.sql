-- bad_syntax: the parks, one row per park.
-- expect: syntax error
--
-- reads:    parks_as_of
-- params:   $as_of   DATE     ledger date
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
form parks_as_of($as_of)
order by park_id;
