-- attention: the matters a leader should ask about, the weightiest of each kind in turn, one row per matter. Each
-- kind is cut to the rows wanted at once, for sorting every matter takes three times as long.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis       VARCHAR    planned | done | contract
--           $threshold   DOUBLE     万元/亩, for parks without their own
--           $parks       VARCHAR[]  park ids, null for all
--           $units       VARCHAR[]  introducing unit ids, null for all
--           $industries  VARCHAR[]  industry names, null for all
--           $stages      VARCHAR[]  stages, null for all but dropped
--           $most        BIGINT     at most so many rows, null for all
-- returns:  attention                 VARCHAR
--           project_id                VARCHAR
--           project_name              VARCHAR
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           unit_name                 VARCHAR
--           leader_name               VARCHAR
--           contract_wan              DOUBLE   万元
--           shortfall_wan_per_mu      DOUBLE   万元/亩, where it is below the threshold
--           shortfall_wan             DOUBLE   万元, where it is below the threshold
--           days_late                 BIGINT   天, where a date has passed
-- order:    rank within its kind, then kind, then project_id
with chosen as (
    select
        *,
        coalesce(stage_rank(stage), 5) as rank,
        threshold_wan_per_mu - intensity_wan_per_mu as lacking_wan_per_mu,
    from projects_measured($as_of, $basis, $threshold, $parks, $units, $industries, $stages)
),
matters as (
    (
        select 'short' as attention, 1 as kind_rank, lacking_wan_per_mu * land_mu as weight, *
        from chosen
        where verdict = 'short'
        order by weight desc nulls last, project_id
        limit $most
    )
    union all
    (
        select 'idle' as attention, 2 as kind_rank, $as_of - agreed_start_on as weight, *
        from chosen
        where rank = 5 and started_on is null and agreed_start_on < $as_of - interval 1 year
        order by weight desc nulls last, project_id
        limit $most
    )
    union all
    (
        select 'late_start' as attention, 3 as kind_rank, contract_wan as weight, *
        from chosen
        where rank = 5 and planned_start_on < $as_of and agreed_start_on is null
        order by weight desc nulls last, project_id
        limit $most
    )
    union all
    (
        select 'late_completion' as attention, 4 as kind_rank, contract_wan as weight, *
        from chosen
        where rank between 6 and 7 and planned_completion_on < $as_of
        order by weight desc nulls last, project_id
        limit $most
    )
    union all
    (
        select 'outside' as attention, 5 as kind_rank, contract_wan as weight, *
        from chosen
        where place_issue = 'outside'
        order by weight desc nulls last, project_id
        limit $most
    )
),
ranked as (
    select
        *,
        row_number() over (partition by attention order by weight desc nulls last, project_id) as rank_in_kind,
    from matters
)
select
    attention,
    project_id,
    project_name,
    park_id,
    park_name,
    unit_name,
    leader_name,
    contract_wan,
    case when attention = 'short' then lacking_wan_per_mu end as shortfall_wan_per_mu,
    case when attention = 'short' then weight end as shortfall_wan,
    cast(
        case attention
            when 'idle' then $as_of - agreed_start_on
            when 'late_start' then $as_of - planned_start_on
            when 'late_completion' then $as_of - planned_completion_on
        end as bigint
    ) as days_late,
from ranked
order by rank_in_kind, kind_rank, project_id
limit $most;
