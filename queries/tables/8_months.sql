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
-- month where the stage is reached and the date is not stated; what a contract grew by stands in the month of the
-- ledger that says so (contract_moves). Cumulative money stands in the month of the ledger that
-- states it, less what the project stated before (nothing where it had not): the first ledger of all holds all of the
-- past. Who falls silent keeps what was last stated.
create macro done_by_month(as_of, scope) as table (
    with chosen as (
        select project_id, signed_on, started_on, coalesce(stage_rank(stage), 0) as rank
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
    select 'contract_wan', last_day(moves.moved_on), sum(moves.moved_wan), count(*)
    from contract_moves(as_of) as moves
    inner join chosen on moves.project_id = chosen.project_id
    where chosen.signed_on is not null or chosen.rank >= 5
    group by last_day(moves.moved_on)
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

-- published_before: what the spans a year before (comparison_spans, and the year up to each month still to come) had
-- brought as it was published then: asked as of their own last day, where a ledger ended with it, one row per (span,
-- metric). Who was dropped, moved to another park or unit or grew since counts as it stood then. Rows of ledgers are
-- brought together by the days on which they hold before they meet the spans: there are few of such, however many
-- projects there are.
create macro published_before(as_of, scope) as table (
    with spans as materialized (
        select distinct
            span_from,
            span_to,
            (select max(period) from ledger_periods(as_of) where period < span_from) as base_on,
        from (
            select span_from, span_to from comparison_spans(as_of) where span = 'year'
            union all
            select
                cast(date_trunc('year', told_to) - interval 1 year as date),
                last_day(cast(months.period_to - interval 1 year as date)),
            from ledger_bounds(as_of)
            cross join months_through(
                (select told_to + 1 from ledger_bounds(as_of)),
                (select date_trunc('year', told_to) + interval 1 year - interval 1 day from ledger_bounds(as_of))
            ) as months
        ) as every
        where is_ledger_day(span_to, as_of)
    ),
    told as materialized (
        select
            projects.project_id,
            projects.period,
            projects.valid_to,
            is_in_scope(
                coalesce(successions.park_id, projects.park_id),
                projects.unit_id,
                projects.industry_name,
                projects.stage,
                scope
            ) as is_in,
            last_day(projects.signed_on) as signed_in,
            last_day(projects.started_on) as started_in,
            projects.contract_wan as stated_wan,
            contract_of(projects.stage, projects.contract_wan) - projects.contract_before_wan as change_wan,
            projects.in_place_wan - coalesce(projects.in_place_before_wan, 0) as in_place_wan,
            projects.done_fai_wan - coalesce(projects.done_fai_before_wan, 0) as done_fai_wan,
        from projects
        left join park_successions as successions
            on projects.park_id = successions.merged_park_id
            and projects.period >= successions.from_on
            and projects.period < successions.until_on
        where projects.period <= as_of and projects.period < projects.valid_to
    ),
    dated as materialized (
        select
            period,
            valid_to,
            signed_in,
            started_in,
            count(*) as row_count,
            count(stated_wan) as stated_count,
            sum(stated_wan) as stated_wan,
        from told
        where is_in
        group by period, valid_to, signed_in, started_in
    ),
    -- What contracts changed by stands in the ledger's month, and not in that of the signing date any more.
    changed as materialized (
        select told.period, told.valid_to, told.signed_in, changes.period as moved_on, sum(changes.change_wan) as wan
        from told
        inner join told as changes
            on told.project_id = changes.project_id and changes.period < told.valid_to and changes.change_wan <> 0
        where told.is_in and told.stated_wan is not null
        group by told.period, told.valid_to, told.signed_in, changes.period
    ),
    -- Money added by whoever was ever in scope, less that of those out of scope on the span's last day.
    ever as (
        select distinct project_id from told where is_in
    ),
    moved as materialized (
        select
            cast('0001-01-01' as date) as period,
            cast('9999-12-31' as date) as valid_to,
            period as moved_on,
            1 as sign,
            count(*) as row_count,
            count(in_place_wan) as in_place_count,
            sum(in_place_wan) as in_place_wan,
            count(done_fai_wan) as done_fai_count,
            sum(done_fai_wan) as done_fai_wan,
        from told
        where project_id in (select project_id from ever)
        group by told.period
        union all
        select
            gone.period,
            gone.valid_to,
            told.period,
            -1,
            count(*),
            count(told.in_place_wan),
            sum(told.in_place_wan),
            count(told.done_fai_wan),
            sum(told.done_fai_wan),
        from told as gone
        inner join told on gone.project_id = told.project_id and told.period < gone.valid_to
        where not gone.is_in and gone.project_id in (select project_id from ever)
        group by gone.period, gone.valid_to, told.period
    ),
    by_date as (
        select
            spans.span_from,
            spans.span_to,
            sum(row_count) filter (signed_in between span_from and span_to) as signed,
            sum(stated_count) filter (signed_in between span_from and span_to) as stated,
            sum(stated_wan) filter (signed_in between span_from and span_to) as stated_wan,
            sum(row_count) filter (started_in between span_from and span_to) as started,
        from spans
        inner join dated on spans.span_to >= dated.period and spans.span_to < dated.valid_to
        group by spans.span_from, spans.span_to
    ),
    by_change as (
        select
            spans.span_from,
            spans.span_to,
            count(*) filter (moved_on >= span_from) as grown,
            coalesce(sum(wan) filter (moved_on >= span_from), 0)
            - coalesce(sum(wan) filter (signed_in between span_from and span_to), 0) as change_wan,
        from spans
        inner join changed
            on spans.span_to >= changed.period
            and spans.span_to < changed.valid_to
            and spans.span_to >= changed.moved_on
        group by spans.span_from, spans.span_to
    ),
    by_ledger as (
        select
            spans.span_from,
            spans.span_to,
            sum(sign * row_count) as moved,
            sum(sign * in_place_count) as in_place_count,
            round(sum(sign * in_place_wan), 6) as in_place_wan,
            sum(sign * done_fai_count) as done_fai_count,
            round(sum(sign * done_fai_wan), 6) as done_fai_wan,
        from spans
        inner join moved
            on spans.span_to >= moved.period
            and spans.span_to < moved.valid_to
            and spans.span_to >= moved.moved_on
            and spans.base_on < moved.moved_on
        group by spans.span_from, spans.span_to
    )
    select
        spans.span_from,
        spans.span_to,
        metrics.metric,
        case
            when metrics.is_added and spans.base_on is null then null
            when metrics.metric = 'project_count' then coalesce(signed, 0)
            when metrics.metric = 'started_count' then coalesce(started, 0)
            when metrics.metric = 'contract_wan'
                then
                    case
                        when coalesce(stated, 0) + coalesce(grown, 0) > 0
                            then coalesce(stated_wan, 0) + coalesce(change_wan, 0)
                        when coalesce(signed, 0) = 0 then 0
                    end
            when metrics.metric = 'in_place_wan'
                then case when in_place_count > 0 then in_place_wan when coalesce(moved, 0) = 0 then 0 end
            when metrics.metric = 'done_fai_wan'
                then case when done_fai_count > 0 then done_fai_wan when coalesce(moved, 0) = 0 then 0 end
        end as published_value,
    from spans
    cross join monthly_metrics() as metrics
    left join by_date on spans.span_from = by_date.span_from and spans.span_to = by_date.span_to
    left join by_change on spans.span_from = by_change.span_from and spans.span_to = by_change.span_to
    left join by_ledger on spans.span_from = by_ledger.span_from and spans.span_to = by_ledger.span_to
);

-- progress_compared: what each span of months brought beside the spans it is compared with, one row per (grain,
-- period, metric). A sum is known (else null) where the ledgers tell of all its months: counts and contract money from
-- known_from on, money added where a ledger stands at the span's end and one before its beginning. months_covered are
-- those since that ledger: more than the span's own where ledgers are missing, and then it is no base and has none.
-- The base of a year before is what was published then, by published_before; recounted is by today's ledger, which
-- stands in for it where no ledger ended with the span.
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
        case when published.metric is not null then published.published_value else past.period_value end
            as last_year_value,
        past.period_value as recounted_value,
        previous.period_value as previous_value,
        case
            when last_year_value > 0 and past.months_covered = now.months_covered
                then 100.0 * now.period_value / last_year_value - 100.0
        end as yoy_pct,
        case
            when recounted_value > 0 and past.months_covered = now.months_covered
                then 100.0 * now.period_value / recounted_value - 100.0
        end as recounted_yoy_pct,
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
    left join published_before(as_of, scope) as published
        on
            past.span_from = published.span_from
            and past.span_to = published.span_to
            and past.metric = published.metric
            and past.base_on is not null
    left join valued as previous
        on
            now.grain = previous.grain
            and now.period_from = previous.period_from and now.period_to = previous.period_to
            and now.metric = previous.metric
            and previous.span = 'before'
    left join done as undated on now.metric = undated.metric and undated.month is null
    where now.span = 'now'
);
