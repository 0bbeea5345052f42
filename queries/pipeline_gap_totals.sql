-- pipeline_gap_totals: how many projects stand on each list that calls for action, one row per list, empty ones too.
-- stuck: longer in their stage than its limit; agreement_only: an agreement, no contract; not_started: signed and not
-- started; not_paid: started, and funds in place stated as 0; funds_unstated: started, and not stated;
-- not_producing: completed and not producing; fallen_back: in a lower stage than in an earlier ledger; dropped.
--
-- reads:    pipeline_projects, pipeline_gap_kinds
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
-- returns:  pipeline_gap              VARCHAR
--           project_count             BIGINT   个
--           contract_wan              DOUBLE   万元, null where none has a contract
--           intended_wan              DOUBLE   万元, null where all have a contract
-- order:    stuck, then along the stages, fall-backs, dropped
with chosen as (
    select stage, rank, over_days, in_place_wan, earlier_stage, contract_wan, intended_wan
    from pipeline_projects($as_of, $stage_limits, $scope)
),
flagged as (
    select
        kinds.*,
        chosen.contract_wan,
        chosen.intended_wan,
        is_listed(pipeline_gap, stage, rank, over_days, in_place_wan, earlier_stage) as is_listed,
    from pipeline_gap_kinds() as kinds
    left join chosen on true
)
select
    pipeline_gap,
    count(*) filter (is_listed) as project_count,
    sum(contract_wan) filter (is_listed) as contract_wan,
    sum(intended_wan) filter (is_listed) as intended_wan,
from flagged
group by pipeline_gap, place
order by place;
