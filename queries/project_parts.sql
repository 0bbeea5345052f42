-- project_parts: how many projects fall to each value of the attribute that the map colours by, and how many of those
-- picked, one row per value that has any.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $attribute         VARCHAR    stage | industry_name | verdict | capital_type | is_enclave
--           $only              VARCHAR[]  project ids, null for all
--           $picked            VARCHAR[]  project ids counted apart, null for none
-- returns:  attribute_key       VARCHAR  code or name of the value; empty where the ledger states none
--           project_count BIGINT   个
--           picked_count  BIGINT   个
--           invested_wan  DOUBLE   万元
-- order:    unstated last, then project_count descending, then attribute_key
with chosen as (
    select
        map_part($attribute, stage, industry_name, verdict, capital_type, is_enclave) as attribute_key,
        project_id in (select unnest(cast($picked as varchar[]))) as is_picked,
        invested_wan,
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
    where is_picked(project_id, $only)
)
select
    attribute_key,
    count(*) as project_count,
    count(*) filter (is_picked) as picked_count,
    sum(invested_wan) as invested_wan,
from chosen
group by attribute_key
order by attribute_key = '', project_count desc, attribute_key;
