-- projects_with_reasons: projects_measured with what a leader should ask of each, one row per project. The days of a
-- reason are null where it does not hold; they run from the day that passed, of a shortfall from the contract, of
-- funds stated as 0 from the start, and a reason without such a day counts as one month, 30 days. score is the largest
-- money at stake (万元: the shortfall, else the investment stated; none stated counts 0) × days of any reason, attention
-- the reason that has it, stake_wan its money, delay_days its days, null without a day of its own.
create macro projects_with_reasons(as_of, basis, threshold, judged, stage_limits, scope) as table (
    with faced as (
        select
            *,
            rank_or_contract(stage) as place,
            as_of - stage_on - limit_of(stage_limits, stage_rank(stage)) as past_limit,
        from projects_measured(as_of, basis, threshold, judged, scope)
    ),
    delayed as (
        select
            *,
            case when signed_on < as_of then as_of - signed_on end as signed_days,
            case when started_on < as_of then as_of - started_on end as started_days,
            case when verdict = 'short' then coalesce(signed_days, 30) end as short_days,
            case
                when place = 5 and started_on is null and agreed_start_on < as_of - interval 1 year
                    then as_of - agreed_start_on
            end as idle_days,
            case when place = 5 and planned_start_on < as_of then as_of - planned_start_on end as late_start_days,
            case when place between 6 and 7 and planned_completion_on < as_of then as_of - planned_completion_on end
                as late_completion_days,
            case when past_limit > 0 then past_limit end as stuck_days,
            case when place >= 6 and in_place_wan = 0 then coalesce(started_days, 30) end
                as not_paid_days,
            case when highest_rank > stage_rank(stage) then 30 end as fallen_back_days,
            case when place_issue = 'outside' then 30 end as outside_days,
        from faced
        where coalesce(stage, '') <> 'dropped'
    ),
    weighed as (
        select
            *,
            shortfall_wan * short_days as short_score,
            coalesce(stated_wan, 0) as money,
            greatest(
                idle_days, late_completion_days, late_start_days, stuck_days, not_paid_days, fallen_back_days,
                outside_days
            ) as longest_days,
            greatest(short_score, money * longest_days) as score,
        from delayed
    )
    select
        * exclude (money),
        case
            when score is null then null
            when short_score = score then 'short'
            when idle_days = longest_days then 'idle'
            when late_completion_days = longest_days then 'late_completion'
            when late_start_days = longest_days then 'late_start'
            when stuck_days = longest_days then 'stuck'
            when not_paid_days = longest_days then 'not_paid'
            when fallen_back_days = longest_days then 'fallen_back'
            else 'outside'
        end as attention,
        case when attention = 'short' then shortfall_wan else stated_wan end as stake_wan,
        case attention
            when 'short' then signed_days
            when 'not_paid' then started_days
            when 'fallen_back' then null
            when 'outside' then null
            else longest_days
        end as delay_days,
        if(short_days is null, 0, 1)
        + if(idle_days is null, 0, 1)
        + if(late_completion_days is null, 0, 1)
        + if(late_start_days is null, 0, 1)
        + if(stuck_days is null, 0, 1)
        + if(not_paid_days is null, 0, 1)
        + if(fallen_back_days is null, 0, 1)
        + if(outside_days is null, 0, 1) as reason_count,
    from weighed
);
