-- stuck_projects: the projects longer in their stage than its limit allows, one row per project. The days run from the
-- stage's own date; without it a project is not listed (undated_count of pipeline_stages says how many).
--
-- reads:    pipeline_projects, parks_in_force, held_up
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all, dropped ones too
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           stage                     VARCHAR
--           stage_on                  DATE
--           stage_days                BIGINT   天
--           limit_days                BIGINT   天
--           over_days                 BIGINT   天
--           contract_wan              DOUBLE   万元, null without a contract
--           intended_wan              DOUBLE   万元, null with a contract
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           leader_name               VARCHAR
--           officer_name              VARCHAR
--           obstacle_count            BIGINT   个, open ones that hold it up
--           obstacle_kind             VARCHAR  of the oldest open one, null without any
--           description               VARCHAR  of the oldest open one
-- order:    over_days descending, then project_id
with obstacles as (
    select
        *,
        count(*) over (partition by project_id) as obstacle_count,
        row_number() over (partition by project_id order by raised_on nulls last, obstacle_id) as age_place,
    from held_up($as_of)
)
select
    stuck.project_id,
    stuck.project_name,
    stuck.stage,
    stuck.stage_on,
    stuck.stage_days,
    stuck.limit_days,
    stuck.over_days,
    stuck.contract_wan,
    stuck.intended_wan,
    parks.park_name,
    stuck.unit_name,
    stuck.leader_name,
    stuck.officer_name,
    coalesce(obstacles.obstacle_count, 0) as obstacle_count,
    obstacles.obstacle_kind,
    obstacles.description,
from pipeline_projects($as_of, $stage_limits, $scope) as stuck
left join parks_in_force($as_of) as parks on stuck.park_id = parks.park_id
left join obstacles on stuck.project_id = obstacles.project_id and obstacles.age_place = 1
where stuck.over_days > 0
order by stuck.over_days desc, stuck.project_id
limit $most;
