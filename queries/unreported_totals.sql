-- unreported_totals: how many projects count though the newest ledger does not name them, and what they hold, one row.
--
-- reads:    unreported_in_scope
-- params:   $as_of             DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $named             VARCHAR[]  the projects that a ledger of that date would name, null for those in force
-- returns:  unreported_count          BIGINT   个
--           unreported_contract_wan   DOUBLE   万元
--           unreported_done_wan       DOUBLE   万元
--           unreported_in_place_wan   DOUBLE   万元
-- order:    one row
select
    count(*) as unreported_count,
    sum(contract_wan) as unreported_contract_wan,
    sum(done_fai_wan) as unreported_done_wan,
    sum(in_place_wan) as unreported_in_place_wan,
from unreported_in_scope($as_of, $named, $scope)
order by unreported_count;
