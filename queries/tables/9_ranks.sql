-- moments_compared: the moments whose places are set side by side, one row per moment that its year has a ledger by: 1
-- the day, 2 the end of the month before, 3 the same day of last year.
create macro moments_compared(as_of) as table (
    with ledgers as (select period from imports_in_force(as_of) where import_kind = 'ledger')
    select 1 as moment
    union all
    select 2
    from ledgers
    where period < date_trunc('month', as_of)
    having max(period) >= date_trunc('year', as_of)
    union all
    select 3
    from ledgers
    where period <= year_ago(as_of)
    having max(period) >= date_trunc('year', year_ago(as_of))
);

-- brought_by_moment: what each unit and each park had brought in the year by each moment, one row per (moment, kind,
-- unit or park, metric) with anything to count.
create macro brought_by_moment(as_of) as table (
    with brought as (
        select 1 as moment, done.* from done_in_year(as_of) as done
        union all
        select 2 as moment, done.* from done_in_year(cast(date_trunc('month', as_of) as date) - 1) as done
        union all
        select 3 as moment, done.* from done_in_year(year_ago(as_of)) as done
    )
    select moment, kind, ranked_id, metric, sum(done_value) as done_value, sum(counted) as counted
    from (
        select moment, 'unit' as kind, unit_id as ranked_id, metric, done_value, counted from brought
        union all
        select moment, 'park' as kind, park_id as ranked_id, metric, done_value, counted from brought
    ) as said
    where ranked_id is not null
    group by moment, kind, ranked_id, metric
);

-- values_ranked: what places are given by, one row per (moment, unit or park, metric): of all of the registers and of
-- whoever else brought something by the day; the same units and parks at every moment.
create macro values_ranked(as_of) as table (
    with sums as materialized (
        select * from brought_by_moment(as_of)
    ),
    known as (
        select 'unit' as kind, unit_id as ranked_id, unit_name as ranked_name, unit_group_of(unit_kind) as ranked_group
        from units_as_of(as_of)
        union all
        select 'park' as kind, park_id as ranked_id, park_name as ranked_name, 'park' as ranked_group
        from parks_in_force(as_of)
    ),
    ranked as (
        select
            kind,
            ranked_id,
            coalesce(known.ranked_name, ranked_id) as ranked_name,
            coalesce(known.ranked_group, if(kind = 'park', 'park', 'unsorted')) as ranked_group,
        from known
        full join (select distinct kind, ranked_id from sums where moment = 1) as brought using (kind, ranked_id)
    )
    select moments.moment, ranked.*, metrics.metric, sum_done(sums.done_value, sums.counted) as done_value
    from ranked
    cross join moments_compared(as_of) as moments
    cross join (select distinct metric from sums) as metrics
    left join sums
        on moments.moment = sums.moment
        and ranked.kind = sums.kind
        and ranked.ranked_id = sums.ranked_id
        and metrics.metric = sums.metric
);
