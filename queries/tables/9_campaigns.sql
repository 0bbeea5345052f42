-- campaigns_as_of: one row per campaign with its clock, as the newest file that speaks of it has it. Both its first and
-- its last day count; before the first the clock stands at 0, after the last at the number of its days.
create macro campaigns_as_of(as_of) as table (
    with named as (
        select
            campaigns.*,
            row_number() over (partition by campaigns.campaign_id order by campaigns.import_id desc) as newest,
        from campaigns
        inner join imports_in_force(as_of) as in_force on campaigns.import_id = in_force.import_id
    )
    select
        import_id,
        campaign_id,
        campaign_name,
        first_on,
        last_on,
        last_on - first_on + 1 as day_count,
        greatest(least(as_of, last_on) - first_on + 1, 0) as day_number,
        last_on - greatest(least(as_of, last_on), first_on - 1) as days_left,
        case
            when as_of < first_on then 'coming'
            when as_of <= last_on then 'running'
            else 'ended'
        end as campaign_state,
    from named
    where newest = 1
);

-- campaign_first_on, campaign_until: the first day of a campaign, and the day up to which it counts on a date.
create macro campaign_first_on(as_of, campaign) as (
    select min(first_on) from campaigns_as_of(as_of) where campaign_id = campaign
);
create macro campaign_until(as_of, campaign) as (
    select min(least(as_of, last_on)) from campaigns_as_of(as_of) where campaign_id = campaign and first_on <= as_of
);

-- campaign_goals: the targets of a campaign, one row per (unit, metric); no unit for those of the region.
create macro campaign_goals(as_of, campaign) as table (
    select
        coalesce(unit_keys.unit_id, targets.unit_name) as unit_id,
        targets.metric,
        sum(targets.target_value) as target_value,
    from campaign_targets as targets
    inner join campaigns_as_of(as_of) as clock
        on targets.import_id = clock.import_id and targets.campaign_id = clock.campaign_id
    left join unit_keys(as_of) as unit_keys on targets.unit_name = unit_keys.spoken
    where targets.campaign_id = campaign
    group by coalesce(unit_keys.unit_id, targets.unit_name), targets.metric
);

-- campaign_met: a campaign's targets against what was done since its first day and against its clock, one row per
-- (unit, metric) and, with no unit, per metric of the region: its own target where one is stated, else the sum over its
-- units. Of a unit with results and no target the target is null, so that units sum to the region; before the campaign
-- begins nothing is done, and that is null.
create macro campaign_met(as_of, campaign, lamp_rule, yellow_below, red_below) as table (
    with clock as (select * from campaigns_as_of(as_of) where campaign_id = campaign),
    stated as (select * from campaign_goals(as_of, campaign)),
    goals as (
        select false as is_region, unit_id, metric, target_value from stated where unit_id is not null
        union all
        select
            true as is_region,
            null as unit_id,
            metric,
            coalesce(sum(target_value) filter (unit_id is null), sum(target_value)) as target_value,
        from stated
        group by metric
    ),
    done as (
        select *
        from done_of_units(as_of, campaign_first_on(as_of, campaign), campaign_until(as_of, campaign))
        where metric in (select metric from goals)
    ),
    met as (
        select
            coalesce(goals.is_region, done.is_region) as is_region,
            coalesce(goals.unit_id, done.unit_id) as unit_id,
            coalesce(goals.metric, done.metric) as metric,
            goals.target_value,
            clock.day_number > 0 as is_begun,
            done_or_none(done.done_value, done.metric, is_begun) as done_value,
            clock.day_number / clock.day_count as passed,
            clock.day_count - clock.day_number as days_to_go,
        from goals
        full join done
            on goals.is_region = done.is_region
            and coalesce(goals.unit_id, '') = coalesce(done.unit_id, '')
            and goals.metric = done.metric
        cross join clock
        where goals.target_value is not null or done.done_value <> 0
    ),
    paced as (
        select
            *,
            target_value * passed as even_pace_value,
            completion_of(done_value, target_value) as completion_pct,
            100.0 * passed as pace_pct,
            left_of(done_value, target_value) as left_value,
        from met
    )
    select
        *,
        done_value - even_pace_value as ahead_value,
        completion_pct - pace_pct as ahead_points,
        left_value / nullif(days_to_go, 0) as required_per_day_value,
        required_per_day_value * least(7, days_to_go) as required_per_week_value,
        lamp_of(behind_pace(completion_pct, pace_pct, lamp_rule), yellow_below, red_below) as day_lamp,
        false as is_forgiven,
        lamp_shown(day_lamp, is_forgiven) as lamp,
    from paced
);
