-- enclave_flows: how much each unit brought to parks of other units, one row per (introducing unit, park) that has an
-- enclave.
--
-- reads:    enclaves_entering, units_as_of, parks_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $year              BIGINT     year signed, null for all and those not signed
-- returns:  unit_id            VARCHAR
--           unit_label          VARCHAR
--           park_id            VARCHAR
--           park_label          VARCHAR
--           host_unit_name     VARCHAR
--           project_count      BIGINT   个
--           invested_wan       DOUBLE   万元, on the basis, null when no project states it
--           land_mu            DOUBLE   亩
--           failing_count      BIGINT   个
--           unjudged_count     BIGINT   个
--           unit_lon           DOUBLE   度, null where the register knows no place of the unit
--           unit_lat           DOUBLE   度
--           park_lon           DOUBLE   度, null where the park has no boundary
--           park_lat           DOUBLE   度
-- order:    invested_wan descending, nulls last, then project_count descending, then unit_id, then park_id
with flows as (
    select
        unit_id,
        park_id,
        count(*) as project_count,
        sum(invested_wan) as invested_wan,
        sum(land_mu) as land_mu,
        count(*) filter (entry_verdict = 'unfit') as failing_count,
        count(*) filter (entry_verdict = 'unjudged') as unjudged_count,
    from enclaves_entering($as_of, $basis, $threshold, $judged, $scope, $year)
    group by unit_id, park_id
)
select
    flows.unit_id,
    label_of(introducers.unit_name, flows.unit_id) as unit_label,
    flows.park_id,
    label_of(register.park_name, flows.park_id) as park_label,
    register.host_unit_name,
    flows.project_count,
    flows.invested_wan,
    flows.land_mu,
    flows.failing_count,
    flows.unjudged_count,
    introducers.lon as unit_lon,
    introducers.lat as unit_lat,
    register.lon as park_lon,
    register.lat as park_lat,
from flows
left join units_as_of($as_of) as introducers on flows.unit_id = introducers.unit_id
left join parks_in_force($as_of) as register on flows.park_id = register.park_id
order by flows.invested_wan desc nulls last, flows.project_count desc, flows.unit_id, flows.park_id;
