-- land_of_parks: the land of each park of the register with its rates, one row per park. A part larger than its whole
-- (supplied more than ready, say) is a contradiction of the register: is_contradictory, and no rate of it.
create macro land_of_parks(as_of, threshold, scope) as table (
    select
        park_id,
        park_name,
        park_industries,
        planned_area_mu,
        ready_area_mu,
        supplied_area_mu,
        built_area_mu,
        free_area_mu,
        case when supplied_area_mu <= ready_area_mu then ready_area_mu - supplied_area_mu end as ready_free_area_mu,
        case when built_area_mu <= supplied_area_mu then supplied_area_mu - built_area_mu end as unbuilt_area_mu,
        case when ready_area_mu <= planned_area_mu then 100.0 * ready_area_mu / nullif(planned_area_mu, 0) end
            as developed_pct,
        case when supplied_area_mu <= ready_area_mu then 100.0 * supplied_area_mu / nullif(ready_area_mu, 0) end
            as supplied_pct,
        case when built_area_mu <= supplied_area_mu then 100.0 * built_area_mu / nullif(supplied_area_mu, 0) end
            as built_pct,
        threshold_wan_per_mu,
        coalesce(ready_area_mu > planned_area_mu, false)
        or coalesce(supplied_area_mu > ready_area_mu, false)
        or coalesce(supplied_area_mu > planned_area_mu, false)
        or coalesce(built_area_mu > supplied_area_mu, false) as is_contradictory,
    from parks_asking(as_of, threshold)
    where is_chosen(park_id, scope['parks'])
);

-- idle_clock: the projects whose agreed start has passed and that have not started, one row per project. The clock runs
-- from the agreed start (闲置土地处置办法, 2012, articles 2 and 14): once a full year has passed
-- land is idle, once two have it may be taken back.
create macro idle_clock(as_of, scope) as table (
    select
        *,
        cast(agreed_start_on + interval 1 year as date) as idle_on,
        cast(agreed_start_on + interval 2 year as date) as reclaim_on,
        as_of - agreed_start_on as idle_days,
        case
            when as_of > reclaim_on then 'reclaim'
            when as_of > idle_on then 'idle'
            else 'running'
        end as idle_state,
    from projects_in_scope(as_of, scope)
    where
        agreed_start_on < as_of
        and started_on is null
        and coalesce(stage, '') <> 'dropped'
        and rank_or_contract(stage) = 5
);
