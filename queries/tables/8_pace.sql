-- months_ended: how many months of its year have ended by the end of a day, 0 to 12.
create macro months_ended(as_of) as
    12 * (extract(year from cast(as_of + 1 as date)) - extract(year from as_of))
    + extract(month from cast(as_of + 1 as date)) - 1;

-- days_left: how many days of its year are left after a day, 0 to 365.
create macro days_left(as_of) as cast(date_trunc('year', as_of) + interval 1 year as date) - as_of - 1;

-- year_passed: the share of its year (0 to 1) that has passed by the end of a day: by the months that have ended, or by
-- days (366 in a leap year).
create macro year_passed(as_of, pace_by) as
    case pace_by
        when 'months' then months_ended(as_of) / 12.0
        else
            cast(as_of - cast(date_trunc('year', as_of) as date) + 1 as double)
            / (as_of - cast(date_trunc('year', as_of) as date) + 1 + days_left(as_of))
    end;

-- completion_of: what is done of a target in percent; left_of: what is left of it, 0 where it is reached.
create macro completion_of(done_value, target_value) as 100.0 * done_value / nullif(target_value, 0);
create macro left_of(done_value, target_value) as
    case when done_value >= target_value then 0 else target_value - done_value end;

-- behind_pace: how far a completion is behind its even pace, both in %: the points between them or, by the rule
-- 'share', the share of the even pace that is missing. Rounded to a millionth: binary division lights no lamp.
create macro behind_pace(completion_pct, pace_pct, lamp_rule) as
    round(
        case
            when lamp_rule = 'share' and pace_pct > 0 then 100 - 100.0 * completion_pct / pace_pct
            else pace_pct - completion_pct
        end,
        6
    );

-- lamp_of: the lamp of what is so far behind: further than red_below red, further than yellow_below yellow.
create macro lamp_of(behind, yellow_below, red_below) as
    case
        when behind > red_below then 'red'
        when behind > yellow_below then 'yellow'
        when behind is not null then 'green'
    end;

-- lamp_shown: the lamp of a goal: that of the day, but yellow for red where it is forgiven for the ledger before.
create macro lamp_shown(day_lamp, is_forgiven) as
    case when day_lamp = 'red' and is_forgiven then 'yellow' else day_lamp end;

-- ledger_before: the last day of the ledger before that of a day's month, in the same year; null where there is none.
create macro ledger_before(as_of) as (
    select max(period)
    from imports_in_force(as_of)
    where import_kind = 'ledger' and period >= date_trunc('year', as_of) and period < date_trunc('month', as_of)
);

-- year_ago: the same day of the year before, the last day of a month for the last day of a month.
create macro year_ago(as_of) as cast(cast(as_of + 1 as date) - interval 1 year as date) - 1;

-- unit_group_of: which units a unit of some kind is compared with: territories, departments, or those of no kind.
create macro unit_group_of(unit_kind) as
    case when unit_kind = 'department' then 'department' when unit_kind is null then 'unsorted' else 'territory' end;

-- goals_as_of: the targets of the day's year, one row per (unit, metric, tier), and per (metric, tier) one of the
-- region with no unit: its own target where one is stated, else the sum over its units.
create macro goals_as_of(as_of) as table (
    with stated as (
        select
            coalesce(unit_keys.unit_id, targets.unit_name) as unit_id,
            targets.metric,
            targets.target_tier,
            sum(targets.target_value) as target_value,
        from targets_as_of(as_of) as targets
        left join unit_keys(as_of) as unit_keys on targets.unit_name = unit_keys.spoken
        where
            (targets.unit_name is not null or targets.park_name is null)
            and targets.year = extract(year from as_of)
        group by coalesce(unit_keys.unit_id, targets.unit_name), targets.metric, targets.target_tier
    )
    select false as is_region, unit_id, metric, target_tier, target_value
    from stated
    where unit_id is not null
    union all
    select
        true as is_region,
        null as unit_id,
        metric,
        target_tier,
        coalesce(sum(target_value) filter (unit_id is null), sum(target_value)) as target_value,
    from stated
    group by metric, target_tier
);

-- goals_met: what of the goals of a day's year was done by another day of that year, one row per goal; and one without
-- a target for every unit (or none stated) that did something of a goal's metric, so that units sum to the region.
create macro goals_met(as_of, by_day, pace_by) as table (
    with goals as (select * from goals_as_of(as_of)),
    done as (
        select sums.*, goals.target_tier
        from units_in_year(by_day) as sums
        inner join goals on sums.metric = goals.metric and goals.is_region
    ),
    met as (
        select
            coalesce(goals.is_region, done.is_region) as is_region,
            coalesce(goals.unit_id, done.unit_id) as unit_id,
            coalesce(goals.metric, done.metric) as metric,
            coalesce(goals.target_tier, done.target_tier) as target_tier,
            goals.target_value,
            true as is_begun,
            done_or_none(done.done_value, done.metric, is_begun) as done_value,
        from goals
        full join done
            on goals.is_region = done.is_region
            and coalesce(goals.unit_id, '') = coalesce(done.unit_id, '')
            and goals.metric = done.metric
            and goals.target_tier = done.target_tier
        where goals.target_value is not null or done.done_value <> 0
    )
    select
        *,
        completion_of(done_value, target_value) as completion_pct,
        year_passed(by_day, pace_by) as passed,
        100.0 * passed as pace_pct,
        left_of(done_value, target_value) as left_value,
    from met
);

-- goals_lit: the goals of a day's year against even pace, one row per row of goals_met, with the lamp. Where a red lamp
-- takes two months (red_after_months), it is yellow unless it was yellow or red at the year's ledger before, too.
create macro goals_lit(as_of, pace_by, lamp_rule, yellow_below, red_below, red_after_months) as table (
    with today as (
        select *, lamp_of(behind_pace(completion_pct, pace_pct, lamp_rule), yellow_below, red_below) as day_lamp
        from goals_met(as_of, as_of, pace_by)
    ),
    earlier as (
        select 100.0 * year_passed(day, pace_by) as pace_pct from (select ledger_before(as_of) as day) as ledger
    ),
    before as (
        select * from units_in_year(ledger_before(as_of))
    ),
    compared as (
        select
            today.*,
            completion_of(done_or_none(before.done_value, before.metric, true), today.target_value)
                as earlier_completion_pct,
            earlier.pace_pct as earlier_pace_pct,
        from today
        cross join earlier
        left join before
            on today.is_region = before.is_region
            and today.metric = before.metric
            and today.unit_id is not distinct from before.unit_id
    )
    select
        * exclude (day_lamp, earlier_completion_pct, earlier_pace_pct),
        target_value * passed as even_pace_value,
        done_value - even_pace_value as ahead_value,
        completion_pct - pace_pct as ahead_points,
        days_left(as_of) as days_to_go,
        left_value / nullif(days_to_go, 0) as required_per_day_value,
        left_value / nullif(12 - months_ended(as_of), 0) as required_per_month_value,
        red_after_months > 1
        and coalesce(behind_pace(earlier_completion_pct, earlier_pace_pct, lamp_rule), -1) <= yellow_below
            as is_forgiven,
        lamp_shown(day_lamp, is_forgiven) as lamp,
    from compared
);
