-- scope_of_other_list: the parks, one row per park.
-- expect: the scope has no parcs; take one of parks
--
-- reads:    parks_as_of
-- params:   $as_of        DATE       ledger date
--           $scope.parcs  VARCHAR[]  park ids
-- returns:  park_id  VARCHAR
--           planned_area_mu DOUBLE 亩
-- order:    park_id
select
    park_id,
    planned_area_mu,
from parks_as_of($as_of)
where is_chosen(park_id, $scope.parcs)
order by park_id;
