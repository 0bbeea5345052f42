-- money_added: what a project added to its cumulative money within a span, from what its last ledger and its last one
-- before the span state, and what earlier ones stated. Who falls silent keeps what was last stated; who is silent at
-- the span's end and added nothing by then has stated nothing.
create macro money_added(stated, stated_before, start_stated, start_stated_before) as
    case
        when stated is null then nullif(stated_before - coalesce(start_stated, start_stated_before, 0), 0)
        else stated - coalesce(start_stated, start_stated_before, 0)
    end;

-- told_on: the day whose ledger states the money of a span: that of the month in which the span ends, once it is there.
create macro told_on(as_of, ends) as least(as_of, last_day(ends));

-- projects_moved: what each project brought within a span of days, as a day (as_of) knows it, one row per project;
-- dropped ones stay out with all they brought. Counts are of projects signed (started, producing) within the span, by
-- the ledger of as_of, which may be newer than the span. signed_wan is contract money: of those signed within it, and
-- what contracts grew or shrank by in its ledgers (contract_moves), which is no new project; is_contract_moved tells
-- whether there is any of either. Cumulative money has no day: it is what was added from the last ledger before the
-- span to that of the month in which it ends, as money_added has it.
create macro projects_moved(as_of, first_day, last_day) as table (
    -- The days once for all flags: they may be questions of their own.
    with span as (select first_day as begins, last_day as ends, told_on(as_of, last_day) as told),
    contracts as (
        select moves.project_id, sum(moves.moved_wan) as signed_wan
        from contract_moves(as_of) as moves
        cross join span
        where moves.moved_on between span.begins and if(moves.is_change, span.told, span.ends)
        group by moves.project_id
    )
    select
        today.* exclude (done_fai_wan, in_place_wan, outside_in_place_wan, foreign_usd_wan),
        coalesce(today.signed_on between span.begins and span.ends, false) as is_signed_now,
        coalesce(today.started_on between span.begins and span.ends, false) as is_started_now,
        coalesce(today.producing_on between span.begins and span.ends, false) as is_producing_now,
        contracts.project_id is not null as is_contract_moved,
        contracts.signed_wan,
        money_added(
            until.done_fai_wan, until.done_fai_before_wan, before.done_fai_wan, before.done_fai_before_wan
        ) as done_fai_wan,
        money_added(
            until.in_place_wan, until.in_place_before_wan, before.in_place_wan, before.in_place_before_wan
        ) as in_place_wan,
        money_added(
            until.outside_in_place_wan,
            until.outside_in_place_before_wan,
            before.outside_in_place_wan,
            before.outside_in_place_before_wan
        ) as outside_in_place_wan,
        money_added(
            until.foreign_usd_wan, until.foreign_usd_before_wan, before.foreign_usd_wan, before.foreign_usd_before_wan
        ) as foreign_usd_wan,
    from projects_as_of(as_of) as today
    cross join span
    left join contracts on today.project_id = contracts.project_id
    left join projects_as_of(told_on(as_of, last_day)) as until on today.project_id = until.project_id
    left join projects_as_of(cast(first_day - 1 as date)) as before on today.project_id = before.project_id
    where coalesce(today.stage, '') <> 'dropped'
);

-- done_by: what was brought within a span of days, as a day knows it, one row per (introducing unit, park, metric);
-- counted is how many projects could state the value. Region, units, parks and campaigns sum over it, by sum_done.
create macro done_by(as_of, first_day, last_day) as table (
    with sums as (
        select
            unit_id,
            park_id,
            count(*) as moved,
            count(*) filter (is_signed_now) as signed,
            count(*) filter (is_contract_moved) as contract_moved,
            sum(signed_wan) as contract_wan,
            count(*) filter (is_signed_now and stated_wan >= 10000) as large,
            count(*) filter (is_started_now) as started,
            count(*) filter (is_producing_now) as producing,
            sum(done_fai_wan) as done_fai_wan,
            sum(in_place_wan) as in_place_wan,
            sum(outside_in_place_wan) as outside_in_place_wan,
            sum(foreign_usd_wan) as foreign_usd_wan,
        from projects_moved(as_of, first_day, last_day)
        group by unit_id, park_id
    )
    select
        unit_id,
        park_id,
        metric,
        case metric
            when 'project_count' then signed
            when 'contract_wan' then contract_wan
            when 'large_count' then large
            when 'started_count' then started
            when 'producing_count' then producing
            when 'done_fai_wan' then done_fai_wan
            when 'in_place_wan' then in_place_wan
            when 'outside_in_place_wan' then outside_in_place_wan
            when 'foreign_usd_wan' then foreign_usd_wan
        end as done_value,
        case
            when metric in ('project_count', 'large_count') then signed
            when metric = 'contract_wan' then contract_moved
            when metric = 'started_count' then started
            when metric = 'producing_count' then producing
            else moved
        end as counted,
    from sums
    cross join (
        values
            ('project_count'), ('contract_wan'), ('large_count'), ('started_count'), ('producing_count'),
            ('done_fai_wan'), ('in_place_wan'), ('outside_in_place_wan'), ('foreign_usd_wan')
    ) as metrics (metric)
);

-- sum_done: what a whole has done, of the sums over its done_by rows, or null for both where it has none: 0 where no
-- project could bring anything, null where some could and none states a value.
create macro sum_done(done_value, counted) as case when coalesce(counted, 0) = 0 then 0 else done_value end;

-- done_in_year: what a year had brought by a day, as that day knew it; rows as done_by has them.
create macro done_in_year(as_of) as table (
    select * from done_by(as_of, cast(date_trunc('year', as_of) as date), as_of)
);

-- done_of_units: done_by summed over the parks, one row per (introducing unit, metric) and, with is_region, one per
-- metric of the whole region.
create macro done_of_units(as_of, first_day, last_day) as table (
    select
        grouping(unit_id) = 1 as is_region,
        unit_id,
        metric,
        sum_done(sum(done_value), sum(counted)) as done_value,
    from done_by(as_of, first_day, last_day)
    group by grouping sets ((unit_id, metric), (metric))
);

-- units_in_year: done_of_units of a year by a day, as that day knew it.
create macro units_in_year(as_of) as table (
    select * from done_of_units(as_of, cast(date_trunc('year', as_of) as date), as_of)
);

-- done_or_none: done_value of the row of done_of_units that was joined (its metric is not null); 0 where there is none,
-- for then no project could bring anything; null before the span of the goal has begun.
create macro done_or_none(done_value, metric, is_begun) as
    case when not is_begun then null when metric is null then 0 else done_value end;
