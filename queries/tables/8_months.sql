-- ledger_periods: one row per month whose ledger is in force, as its last day.
create macro ledger_periods(as_of) as table (
    select distinct period from imports_in_force(as_of) where import_kind = 'ledger'
);

-- is_ledger_day: whether a month whose ledger is in force ends on a day.
create macro is_ledger_day(day, as_of) as day in (select period from ledger_periods(as_of));

-- months_through: the months from that of a day to that of another, one row per month; none where either is null.
create macro months_through(first_day, until) as table (
    select cast(month_from as date) as month_from, last_day(cast(month_from as date)) as period_to
    from generate_series(date_trunc('month', first_day), cast(until as timestamp), interval 1 month)
        as every (month_from)
);

-- ledger_bounds: one row: how far back the ledgers tell (the first of them tells of its own year, no further: who had
-- left the table before is unknown) and up to which day; nulls without a ledger.
create macro ledger_bounds(as_of) as table (
    select cast(date_trunc('year', min(period)) as date) as known_from, max(period) as told_to
    from ledger_periods(as_of)
);

-- monthly_metrics: what is followed month by month, one row per metric; added ones are differences of two ledgers.
create macro monthly_metrics() as table (
    select *
    from (
        values
        ('project_count', 'count', false), ('contract_wan', 'wan', false), ('started_count', 'count', false),
        ('in_place_wan', 'wan', true), ('done_fai_wan', 'wan', true)
    ) as named (metric, value_unit, is_added)
);

-- comparison_spans: the spans of months up to the newest ledger, from January two years before it or the first day
-- known, and what each is compared with, one row per (grain, period, span). Grains: month, quarter, and to_date, from
-- January to each month's end. Spans: the period itself (now), the same months a year before (year), the whole month
-- or quarter before it (before). A running quarter ends with the newest ledger.
create macro comparison_spans(as_of) as table (
    with months as (
        select *
        from months_through(
            (select greatest(known_from, date_trunc('year', told_to) - interval 2 year) from ledger_bounds(as_of)),
            (select told_to from ledger_bounds(as_of))
        )
    ),
    periods as (
        select 'month' as grain, month_from as period_from, 1 as month_count, period_to
        from months
        union all
        select 'to_date', cast(date_trunc('year', month_from) as date), null, period_to from months
        union all
        select 'quarter', cast(date_trunc('quarter', month_from) as date), 3, max(period_to)
        from months
        group by date_trunc('quarter', month_from)
    )
    select *, 'now' as span, period_from as span_from, period_to as span_to from periods
    union all
    select *, 'year', cast(period_from - interval 1 year as date), last_day(cast(period_to - interval 1 year as date))
    from periods
    union all
    select *, 'before', cast(period_from - to_months(month_count) as date), period_from - 1
    from periods
    where month_count is not null
);

-- done_by_month: what each month brought, one row per (metric, last day of the month) in which something could;
-- counted is how many projects could state the value. It speaks of projects_in_scope: who is dropped or filtered out
-- by as_of is out of every month. Counts and contract money stand in the month of the project's date, and with a null
-- month where the stage is reached and the date is not stated. Cumulative money stands in the month of the ledger that
-- states it, less what the project stated before (nothing where it had not): the first ledger of all holds all of the
-- past. Who falls silent keeps what was last stated.
create macro done_by_month(as_of, scope) as table (
    with chosen as (
        select project_id, stated_wan, signed_on, started_on, coalesce(stage_rank(stage), 0) as rank
        from projects_in_scope(as_of, scope)
    ),
    moves as materialized (
        select
            period,
            count(*) as counted,
            sum(in_place_wan - coalesce(in_place_before_wan, 0)) as in_place_wan,
            sum(done_fai_wan - coalesce(done_fai_before_wan, 0)) as done_fai_wan,
        from projects
        where
            period <= as_of and period < valid_to
            and project_id in (select project_id from chosen)
        group by period
    )
    select
        'project_count' as metric,
        last_day(signed_on) as month,
        cast(count(*) as double) as done_value,
        count(*) as counted,
    from chosen
    where signed_on is not null or rank >= 5
    group by last_day(signed_on)
    union all
    select 'contract_wan', last_day(signed_on), sum(stated_wan), count(*)
    from chosen
    where signed_on is not null or rank >= 5
    group by last_day(signed_on)
    union all
    select 'started_count', last_day(started_on), cast(count(*) as double), count(*)
    from chosen
    where started_on is not null or rank >= 6
    group by last_day(started_on)
    union all
    select 'in_place_wan', period, in_place_wan, counted from moves
    union all
    select 'done_fai_wan', period, done_fai_wan, counted from moves
);

-- progress_compared: what each span of months brought beside the spans it is compared with, one row per (grain,
-- period, metric). A sum is known (else null) where the ledgers tell of all its months: counts and contract money from
-- known_from on, money added where a ledger stands at the span's end and one before its beginning. months_covered are
-- those since that ledger: more than the span's own where ledgers are missing, and then it is no base and has none.
create macro progress_compared(as_of, scope) as table (
    with ledgers as materialized (
        select period from ledger_periods(as_of)
    ),
    done as materialized (
        select * from done_by_month(as_of, scope)
    ),
    based as (
        select
            spans.*,
            metrics.*,
            case
                when not is_added and span_from >= known_from and span_to <= told_to then span_from - 1
                when is_added and span_to in (select period from ledgers)
                    then (select max(period) from ledgers where period < span_from)
            end as base_on,
        from comparison_spans(as_of) as spans
        cross join monthly_metrics() as metrics
        cross join ledger_bounds(as_of)
    ),
    summed as (
        select based.*, sum(done_value) as total, sum(counted) as counted
        from based
        left join done on based.metric = done.metric and done.month > base_on and done.month <= span_to
        group by all
    ),
    valued as materialized (
        select
            * exclude (total, counted),
            date_diff('month', base_on, span_to) as months_covered,
            case when base_on is not null then sum_done(total, counted) end as period_value,
        from summed
    )
    select
        now.*,
        past.period_value as last_year_value,
        previous.period_value as previous_value,
        case
            when past.period_value > 0 and past.months_covered = now.months_covered
                then 100.0 * now.period_value / past.period_value - 100.0
        end as yoy_pct,
        case
            when previous.period_value > 0 and previous.months_covered = now.months_covered
                then 100.0 * now.period_value / previous.period_value - 100.0
        end as pop_pct,
        is_ledger_day(now.period_to, as_of) as has_ledger,
        coalesce(undated.counted, 0) as monthless_count,
    from valued as now
    inner join valued as past
        on
            now.grain = past.grain
            and now.period_from = past.period_from and now.period_to = past.period_to
            and now.metric = past.metric
            and past.span = 'year'
    left join valued as previous
        on
            now.grain = previous.grain
            and now.period_from = previous.period_from and now.period_to = previous.period_to
            and now.metric = previous.metric
            and previous.span = 'before'
    left join done as undated on now.metric = undated.metric and undated.month is null
    where now.span = 'now'
);
