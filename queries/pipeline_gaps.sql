-- pipeline_gaps: the projects on the lists that call for action (pipeline_gap_totals says what each means), one row per
-- (list, project); a project may stand on several.
--
-- reads:    pipeline_projects, pipeline_gap_kinds, projects, parks_in_force
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
--           $pipeline_gap      VARCHAR    the one list, null for all
--           $most              BIGINT     at most so many rows, null for all
-- returns:  pipeline_gap              VARCHAR
--           project_id                VARCHAR
--           project_name              VARCHAR
--           stage                     VARCHAR
--           stage_on                  DATE
--           stage_days                BIGINT   天, null without the date of its stage
--           earlier_stage             VARCHAR  the highest of earlier ledgers, where it was higher than now
--           earlier_period            DATE     the newest ledger in which it stood higher, of fall-backs only
--           drop_reason               VARCHAR
--           contract_wan              DOUBLE   万元, null without a contract
--           intended_wan              DOUBLE   万元, null with a contract
--           in_place_wan              DOUBLE   万元
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           leader_name               VARCHAR
--           officer_name              VARCHAR
-- order:    the lists' order, then money descending, nulls last, then project_id
with listed as (
    select kinds.*, chosen.*
    from pipeline_projects($as_of, $stage_limits, $scope) as chosen
    inner join pipeline_gap_kinds() as kinds
        on is_listed(kinds.pipeline_gap, stage, rank, over_days, in_place_wan, earlier_stage)
    where $pipeline_gap is null or kinds.pipeline_gap = $pipeline_gap
    order by place, stated_wan desc nulls last, project_id
    limit $most
),
fallen as (
    select listed.project_id, max(earlier.period) as earlier_period
    from listed
    inner join projects as earlier on listed.project_id = earlier.project_id
    where
        listed.pipeline_gap = 'fallen_back'
        and earlier.period < listed.period
        and earlier.period < earlier.valid_to
        and stage_rank(earlier.stage) > listed.rank
    group by listed.project_id
)
select
    listed.pipeline_gap,
    listed.project_id,
    listed.project_name,
    listed.stage,
    listed.stage_on,
    listed.stage_days,
    listed.earlier_stage,
    fallen.earlier_period,
    listed.drop_reason,
    listed.contract_wan,
    listed.intended_wan,
    listed.in_place_wan,
    parks.park_name,
    listed.unit_name,
    listed.leader_name,
    listed.officer_name,
from listed
left join parks_in_force($as_of) as parks on listed.park_id = parks.park_id
left join fallen on listed.project_id = fallen.project_id and listed.pipeline_gap = 'fallen_back'
order by listed.place, listed.stated_wan desc nulls last, listed.project_id;
