-- people: what each leader and each officer answers for and how it stands, one row per (role, person), and one per role
-- for the projects that name nobody. Dropped projects are left out. Lamp of a person: red where at least a quarter of
-- the projects are late, yellow where any is late or stuck, else green.
--
-- reads:    projects_of_people
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  role                      VARCHAR  leader | officer
--           person_name               VARCHAR  null for the projects that name nobody
--           person_lamp                VARCHAR  null where no project has a lamp
--           project_count             BIGINT   个
--           contract_wan              DOUBLE   万元, of those with a contract
--           moved_count               BIGINT   个, since the ledger before; null without one
--           unplanned_count           BIGINT   个, contracts not producing, without the next planned date
--           due_count                 BIGINT   个, planned for the next 30 days
--           late_count                BIGINT   个, past the planned date
--           late_wan                  DOUBLE   万元, stated by the late ones
--           stuck_count               BIGINT   个, longer in their stage than its limit
-- order:    role, those that name nobody last, then late_count, stuck_count, project_count descending, person_name
with counted as (
    select
        role,
        person_name,
        count(*) as project_count,
        sum(contract_wan) as contract_wan,
        case when count(is_moved) > 0 then count(*) filter (is_moved) end as moved_count,
        count(*) filter (next_on is null and rank_or_contract(stage) between 5 and 8) as unplanned_count,
        count(*) filter (is_due) as due_count,
        count(*) filter (is_late) as late_count,
        sum(stated_wan) filter (is_late) as late_wan,
        count(*) filter (is_stuck) as stuck_count,
        count(state_lamp) as lamp_count,
    from projects_of_people($as_of, $stage_limits, $scope)
    group by role, person_name
)
select
    role,
    person_name,
    case
        when lamp_count = 0 then null
        when 4 * late_count >= project_count then 'red'
        when late_count + stuck_count > 0 then 'yellow'
        else 'green'
    end as person_lamp,
    project_count,
    contract_wan,
    moved_count,
    unplanned_count,
    due_count,
    late_count,
    late_wan,
    stuck_count,
from counted
order by role, person_name is null, late_count desc, stuck_count desc, project_count desc, person_name;
