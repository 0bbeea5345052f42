-- person_projects: the projects of a leader or officer, what moved, what is due and what is late, one row per project.
-- Dropped projects are left out.
--
-- reads:    projects_of_people, parks_in_force
-- params:   $as_of         DATE       ledger date, inclusive
--           $stage_limits      BIGINT[]   days allowed in each stage, lead to at capacity; null or 0 for no limit
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $role              VARCHAR    leader | officer
--           $person            VARCHAR    whose projects, null for everybody's, '' for those that name nobody
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           person_name               VARCHAR  null where nobody is named
--           state_lamp                VARCHAR  null where there is nothing to judge by
--           next_step                 VARCHAR  null without its planned date
--           next_on                   DATE
--           days_to_next              BIGINT   天, negative once it has passed
--           over_days                 BIGINT   天, past the stage's limit
--           previous_stage            VARCHAR  in the ledger before the newest
--           stage                     VARCHAR
--           in_place_added_wan        DOUBLE   万元, since the ledger before; null without one or where not stated
--           done_added_wan            DOUBLE   万元, since the ledger before; null without one or where not stated
--           is_moved                  BOOLEAN  null without a ledger before
--           contract_wan              DOUBLE   万元, null without a contract
--           intended_wan              DOUBLE   万元, null with a contract
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           leader_name               VARCHAR
--           officer_name              VARCHAR
-- order:    red, yellow, green, none; then days_to_next, nulls last, money descending, project_id
select
    charged.project_id,
    charged.project_name,
    charged.person_name,
    charged.state_lamp,
    charged.next_step,
    charged.next_on,
    charged.days_to_next,
    charged.over_days,
    charged.previous_stage,
    charged.stage,
    case when charged.is_moved is not null then charged.in_place_added_wan end as in_place_added_wan,
    case when charged.is_moved is not null then charged.done_added_wan end as done_added_wan,
    charged.is_moved,
    charged.contract_wan,
    charged.intended_wan,
    parks.park_name,
    charged.unit_name,
    charged.leader_name,
    charged.officer_name,
from projects_of_people($as_of, $stage_limits, $scope) as charged
left join parks_in_force($as_of) as parks on charged.park_id = parks.park_id
where charged.role = $role and ($person is null or coalesce(charged.person_name, '') = $person)
order by
    case charged.state_lamp when 'red' then 1 when 'yellow' then 2 when 'green' then 3 else 4 end,
    charged.days_to_next nulls last,
    charged.stated_wan desc nulls last,
    charged.project_id
limit $most;
