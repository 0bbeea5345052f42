-- peer_ranks: where each region of the peer table stands, one row per (indicator, region). Equal values share a rank.
--
-- reads:    peers, imports_in_force
-- params:   $as_of       DATE       day on which the newest peer table counts, inclusive
--           $region      VARCHAR    name of the own region, null for none
-- returns:  indicator            VARCHAR
--           peer_name            VARCHAR
--           is_own               BOOLEAN
--           peer_value           DOUBLE   in the indicator's unit, null where the region states none
--           peer_rank            BIGINT   by value from the highest, null without a value
--           peer_count           BIGINT   个, with a value
--           growth_pct           DOUBLE   %, null where the region states none
--           growth_rank          BIGINT   by growth from the highest, null without one
--           growth_count         BIGINT   个, with a growth
-- order:    indicators as the file has them, then peer_rank, nulls last, then peer_name
with listed as (
    select peers.*, min(source_row) over (partition by indicator) as place
    from peers
    inner join imports_in_force($as_of) as in_force on peers.import_id = in_force.import_id
)
select
    indicator,
    peer_name,
    coalesce(peer_name = $region, false) as is_own,
    peer_value,
    case
        when peer_value is not null then rank() over (partition by indicator order by peer_value desc nulls last)
    end as peer_rank,
    count(peer_value) over (partition by indicator) as peer_count,
    growth_pct,
    case
        when growth_pct is not null then rank() over (partition by indicator order by growth_pct desc nulls last)
    end as growth_rank,
    count(growth_pct) over (partition by indicator) as growth_count,
from listed
order by place, peer_rank nulls last, peer_name;
