-- attention: the matters a leader should ask about, the weightiest first, one row per matter: a project with its
-- weightiest reason, an overdue obstacle with all that it holds up, or, as one matter that is never cut, all projects
-- that the newest ledger does not name. Score = money at stake (万元) × days of delay. Of each kind two come before the
-- third of any, so that none crowds out the others. Each kind is cut to the rows wanted (bars: the least score among
-- them) before sorting, for sorting every matter takes three times as long.
--
-- reads:    projects_with_reasons, projects_in_scope, parks_in_force, held_in_scope, unreported_in_scope
-- params:   $as_of         DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $most              BIGINT     at most so many rows, null for all
-- returns:  attention                 VARCHAR
--           project_id                VARCHAR  null unless the matter is one project
--           project_name              VARCHAR  null unless the matter is one project
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR  the introducing unit, or the one that has to solve the obstacle
--           leader_name               VARCHAR
--           obstacle_id               VARCHAR  null of a project
--           obstacle_kind             VARCHAR
--           description               VARCHAR  of the obstacle
--           stage                     VARCHAR  of the project
--           project_count             BIGINT   个, 1, held up, or not named
--           stake_wan                 DOUBLE   万元, the shortfall, else the investment stated; null where none is
--           shortfall_wan_per_mu      DOUBLE   万元/亩, null unless below the threshold
--           delay_days                BIGINT   天, null where the reason has no day of its own (30 count)
--           attention_score           DOUBLE   stake_wan × delay_days
--           other_reason_count        BIGINT   个, further reasons of the project
-- order:    attention_score descending, then attention, project_id, obstacle_id
with faced as (
    select project_id, attention, score, stake_wan, shortfall_wan_per_mu, delay_days, reason_count
    from projects_with_reasons($as_of, $basis, $threshold, $judged, $stage_limits, $scope)
    where score is not null
),
held as (
    select
        obstacle_id,
        any_value(obstacle_kind) as obstacle_kind,
        any_value(description) as description,
        any_value(unit_name) as unit_name,
        $as_of - any_value(due_on) as delay_days,
        count(*) as project_count,
        sum(held_wan) as stake_wan,
        coalesce(sum(held_wan), 0) * ($as_of - any_value(due_on)) as score,
    from held_in_scope($as_of, $scope)
    where due_on < $as_of
    group by obstacle_id
),
unnamed as (
    select
        count(*) as project_count,
        sum(stated_wan) as stake_wan,
        $as_of - min(period) as delay_days,
        sum(coalesce(stated_wan, 0) * ($as_of - period)) as score,
    from unreported_in_scope($as_of, null, $scope)
    having count(*) > 0
),
bars as (
    select attention, min(score) as least_score
    from (select attention, unnest(max(score, coalesce($most, 1))) as score from faced group by attention) as weightiest
    group by attention
),
candidates as (
    select faced.*, 1 as project_count, null as obstacle_id
    from faced
    inner join bars on faced.attention = bars.attention
    where $most is null or faced.score >= bars.least_score
    union all
    select null, 'obstacle', score, stake_wan, null, delay_days, 1, project_count, obstacle_id from held
    union all
    select null, 'unreported', score, stake_wan, null, delay_days, 1, project_count, null from unnamed
),
placed as (
    select
        *,
        row_number() over (partition by attention order by score desc, project_id, obstacle_id) as place,
    from candidates
),
chosen as (
    select *
    from placed
    order by attention <> 'unreported', (place - 1) // 2, score desc, attention, project_id, obstacle_id
    limit $most
)
select
    chosen.attention,
    chosen.project_id,
    projects.project_name,
    projects.park_id,
    parks.park_name,
    coalesce(projects.unit_name, held.unit_name) as unit_name,
    projects.leader_name,
    chosen.obstacle_id,
    held.obstacle_kind,
    held.description,
    projects.stage,
    chosen.project_count,
    chosen.stake_wan,
    chosen.shortfall_wan_per_mu,
    cast(chosen.delay_days as bigint) as delay_days,
    chosen.score as attention_score,
    cast(chosen.reason_count - 1 as bigint) as other_reason_count,
from chosen
left join projects_in_scope($as_of, $scope) as projects
    on chosen.project_id = projects.project_id
left join parks_in_force($as_of) as parks on projects.park_id = parks.park_id
left join held on chosen.obstacle_id = held.obstacle_id
order by chosen.score desc, chosen.attention, chosen.project_id, chosen.obstacle_id;
