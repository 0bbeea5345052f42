-- park_schedule: when the projects of one park were to be built and when they are, one row per project in scope that
-- states any of these dates. A date after the ledger's day has not come yet.
--
-- reads:    projects_in_scope, stage_dates
-- params:   $as_of       DATE       ledger date, inclusive
--           $park_id           VARCHAR    which park
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           stage                     VARCHAR
--           due_start_on              DATE
--           due_completion_on         DATE
--           begun_on                  DATE
--           finished_on               DATE
--           schedule_days_late        BIGINT   天, of the completion, else of the start; null where neither is late
--           contract_wan              DOUBLE   万元
--           leader_name               VARCHAR
--           officer_name              VARCHAR
-- order:    money of the contract as stated, descending, nulls last, then project_id
with days as (
    select
        project_id,
        max(planned_on) filter (stage = 'started') as due_start_on,
        coalesce(
            max(planned_on) filter (stage = 'completed'), max(planned_on) filter (stage = 'producing')
        ) as due_completion_on,
        max(reached_on) filter (stage = 'started') as begun_on,
        coalesce(
            max(reached_on) filter (stage = 'completed'),
            max(reached_on) filter (stage = 'producing'),
            max(reached_on) filter (stage = 'at_capacity')
        ) as finished_on,
    from stage_dates($as_of, in_park($scope, $park_id))
    group by project_id
),
chosen as (
    select projects.*, days.* exclude (project_id), coalesce(stage_rank(projects.stage), 0) as rank
    from projects_in_scope($as_of, in_park($scope, $park_id)) as projects
    inner join days on projects.project_id = days.project_id
)
select
    project_id,
    project_name,
    stage,
    due_start_on,
    due_completion_on,
    begun_on,
    finished_on,
    cast(
        case
            when finished_on > due_completion_on then finished_on - due_completion_on
            when finished_on is null and rank < 8 and $as_of > due_completion_on then $as_of - due_completion_on
            when finished_on is null and begun_on > due_start_on then begun_on - due_start_on
            when begun_on is null and rank < 6 and $as_of > due_start_on then $as_of - due_start_on
        end as bigint
    ) as schedule_days_late,
    contract_wan,
    leader_name,
    officer_name,
from chosen
where coalesce(due_start_on, due_completion_on, begun_on, finished_on) is not null
order by stated_wan desc nulls last, project_id;
