-- unreported_projects: the projects that count though the newest ledger does not name them, one row per project, as the
-- last ledger that did has them.
--
-- reads:    unreported_in_scope, parks_in_force
-- params:   $as_of             DATE       ledger date, inclusive
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $named             VARCHAR[]  the projects that a ledger of that date would name, null for those in force
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           stage                     VARCHAR
--           period                    DATE     the last ledger that named it
--           contract_wan              DOUBLE   万元, null before the contract
--           planned_fai_wan           DOUBLE   万元
--           done_fai_wan              DOUBLE   万元
--           in_place_wan              DOUBLE   万元
-- order:    contract and planned investment descending, nulls last, then project_id
select
    unreported.project_id,
    unreported.project_name,
    register.park_name,
    unreported.unit_name,
    unreported.stage,
    unreported.period,
    unreported.contract_wan,
    unreported.planned_fai_wan,
    unreported.done_fai_wan,
    unreported.in_place_wan,
from unreported_in_scope($as_of, $named, $scope) as unreported
left join parks_in_force($as_of) as register on unreported.park_id = register.park_id
order by
    unreported.contract_wan desc nulls last, unreported.planned_fai_wan desc nulls last, unreported.project_id
limit $most;
