-- park_schedule: when the projects of one park were to be built and when they are, one row per project in scope that
-- states any of these dates. A date after the ledger's day has not come yet.
--
-- reads:    projects_dated
-- params:   $as_of       DATE       ledger date, inclusive
--           $park_id     VARCHAR    which park
--           $units       VARCHAR[]  introducing unit ids, null for all
--           $industries  VARCHAR[]  industry names, null for all
--           $stages      VARCHAR[]  stages, null for all but dropped
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           stage                     VARCHAR
--           planned_start_on          DATE     else the start agreed with the land
--           planned_completion_on     DATE     else the planned production
--           started_on                DATE
--           completed_on              DATE     else the day it produced
--           days_late                 BIGINT   天, of the completion, else of the start; null where neither is late
--           contract_wan              DOUBLE   万元
--           leader_name               VARCHAR
--           officer_name              VARCHAR
-- order:    money of the contract as stated, descending, nulls last, then project_id
with chosen as (
    select
        *,
        coalesce(planned_start_on, agreed_start_on) as begin_on,
        coalesce(planned_completion_on, planned_production_on) as end_on,
        coalesce(completed_on, producing_on, at_capacity_on) as done_on,
        coalesce(stage_rank(stage), 0) as rank,
    from projects_dated($as_of, [$park_id], $units, $industries, $stages)
    where $stages is not null or coalesce(stage, '') <> 'dropped'
)
select
    project_id,
    project_name,
    stage,
    begin_on as planned_start_on,
    end_on as planned_completion_on,
    started_on,
    done_on as completed_on,
    cast(
        case
            when done_on > end_on then done_on - end_on
            when done_on is null and rank < 8 and $as_of > end_on then $as_of - end_on
            when done_on is null and started_on > begin_on then started_on - begin_on
            when started_on is null and rank < 6 and $as_of > begin_on then $as_of - begin_on
        end as bigint
    ) as days_late,
    contract_wan,
    leader_name,
    officer_name,
from chosen
where coalesce(begin_on, end_on, started_on, done_on) is not null
order by stated_wan desc nulls last, project_id;
