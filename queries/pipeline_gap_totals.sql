-- pipeline_gap_totals: how many projects stand on each list that calls for action, one row per list, empty ones too.
-- stuck: longer in their stage than its limit; agreement_only: an agreement, no contract; not_started: signed and not
-- started; not_paid: started, and funds in place not stated or 0; not_producing: completed and not producing;
-- fallen_back: in a lower stage than in an earlier ledger; dropped.
--
-- reads:    pipeline_listed
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits  BIGINT[]   days a project may stand in each stage, lead to at capacity; null or 0 for none
--           $parks         VARCHAR[]  park ids, null for all
--           $units         VARCHAR[]  introducing unit ids, null for all
--           $industries    VARCHAR[]  industry names, null for all
--           $stages        VARCHAR[]  stages, null for all, dropped ones too
-- returns:  pipeline_gap              VARCHAR
--           project_count             BIGINT   个
--           contract_wan              DOUBLE   万元, null where none has a contract
--           intended_wan              DOUBLE   万元, null where all have a contract
-- order:    stuck, then along the stages, fall-backs, dropped
select
    kinds.pipeline_gap,
    count(listed.project_id) as project_count,
    sum(listed.contract_wan) as contract_wan,
    sum(listed.intended_wan) as intended_wan,
from (
    values
        ('stuck', 1),
        ('agreement_only', 2),
        ('not_started', 3),
        ('not_paid', 4),
        ('not_producing', 5),
        ('fallen_back', 6),
        ('dropped', 7)
) as kinds (pipeline_gap, place)
left join pipeline_listed($as_of, $stage_limits, $parks, $units, $industries, $stages) as listed
    on kinds.pipeline_gap = listed.pipeline_gap
group by kinds.pipeline_gap, kinds.place
order by kinds.place;
