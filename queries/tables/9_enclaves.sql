-- is_fit_for: whether an industry is among a park's leading ones; null where either is not stated.
create macro is_fit_for(industry, wanted) as
    position('、' || trim(industry) || '、' in '、' || translate(wanted, ',，;；/ ', '、、、、、、') || '、') > 0;

-- enclaves_entering: the enclaves among projects_measured against both conditions of entry, one row per project. Null
-- year for all, else the one of the signing date.
create macro enclaves_entering(as_of, basis, threshold, judged, scope, signed_year) as table (
    with enclaves as (
        select
            measured.*,
            register.park_industries,
            is_fit_for(measured.industry_name, register.park_industries) as is_industry_fit,
        from projects_measured(as_of, basis, threshold, judged, scope) as measured
        left join parks_in_force(as_of) as register on measured.park_id = register.park_id
        where
            measured.is_enclave
            and (
                cast(signed_year as bigint) is null
                or extract(year from measured.signed_on) = cast(signed_year as bigint)
            )
    )
    select
        *,
        case
            when not is_industry_fit or verdict = 'short' then 'unfit'
            when is_industry_fit is null or verdict = 'missing' then 'unjudged'
            else 'fit'
        end as entry_verdict,
    from enclaves
);

-- book_first_on, book_last_on: the days that the books of a year cover, of no year that of the day asked for; they end
-- with that day.
create macro book_first_on(as_of, year) as
    make_date(coalesce(cast(year as bigint), cast(extract(year from as_of) as bigint)), 1, 1);
create macro book_last_on(as_of, year) as
    least(as_of, make_date(coalesce(cast(year as bigint), cast(extract(year from as_of) as bigint)), 12, 31));

-- values_brought: what each project in scope brought within a span of days, one row per (project, metric) that it
-- states, with the unit on whose territory it stands: the host of its park, else the one that it states.
create macro values_brought(first_day, last_day, scope) as table (
    with moved as (
        select moved.*, coalesce(register.host_unit_id, moved.host_unit_id) as local_unit_id
        from projects_moved(last_day, first_day, last_day) as moved
        left join parks_as_of(last_day) as register on moved.park_id = register.park_id
        where is_in_scope(
            moved.park_id, moved.unit_id, moved.industry_name, moved.stage, scope
        )
    ),
    told as (
        select
            moved.project_id,
            moved.unit_id,
            moved.local_unit_id,
            coalesce(moved.is_enclave, false) as is_shared,
            coalesce(moved.signed_on, last_day) as judged_on,
            named.metric,
            case named.metric
                when 'project_count' then if(is_signed_now, 1, null)
                when 'contract_wan' then signed_wan
                when 'large_count' then if(is_signed_now and stated_wan >= 10000, 1, null)
                when 'started_count' then if(is_started_now, 1, null)
                when 'producing_count' then if(is_producing_now, 1, null)
                when 'done_fai_wan' then done_fai_wan
                when 'in_place_wan' then in_place_wan
                when 'outside_in_place_wan' then outside_in_place_wan
                when 'foreign_usd_wan' then foreign_usd_wan
            end as brought_value,
        from moved
        cross join (
            values
            ('project_count'), ('contract_wan'), ('large_count'), ('started_count'), ('producing_count'),
            ('done_fai_wan'), ('in_place_wan'), ('outside_in_place_wan'), ('foreign_usd_wan')
        ) as named (metric)
    )
    select * from told where brought_value is not null
);

-- values_credited: values_brought with the introducer's part, one row per (project, metric): all of it, but of an
-- enclave the share that the rule in force on its signing date gives (of one not signed yet, on the span's last day),
-- where no rule speaks of the metric on that day the usual share. The lists are the rules' lines side by side; should
-- two hold, the lower share does, so that nothing is ever counted twice.
create macro values_credited(
    first_day, last_day, scope, usual_share, metrics, from_days, until_days, shares
) as table (
    with rules as (
        select
            unnest(cast(metrics as varchar[])) as metric,
            unnest(cast(from_days as date[])) as from_on,
            unnest(cast(until_days as date[])) as until_on,
            unnest(cast(shares as double[])) as share_pct,
    ),
    ruled as (
        select brought.project_id, brought.metric, min(rules.share_pct) as share_pct
        from values_brought(first_day, last_day, scope) as brought
        inner join rules
            on brought.metric = rules.metric and brought.judged_on between rules.from_on and rules.until_on
        where brought.is_shared
        group by brought.project_id, brought.metric
    )
    select
        brought.*,
        case
            when brought.is_shared
                then brought.brought_value * coalesce(ruled.share_pct, usual_share, 100) / 100
            else brought.brought_value
        end as introduced_value,
    from values_brought(first_day, last_day, scope) as brought
    left join ruled on brought.project_id = ruled.project_id and brought.metric = ruled.metric
);

-- books: what stands with each unit and what it is credited with, one row per (metric, unit or none stated): an
-- enclave stands with its host; credited are the introducer's part and, of enclaves, the rest to the host.
create macro books(
    first_day, last_day, scope, usual_share, metrics, from_days, until_days, shares
) as table (
    with credited as materialized (
        select *
        from values_credited(
            first_day, last_day, scope, usual_share, metrics, from_days, until_days, shares
        )
    ),
    entries as (
        select metric, local_unit_id as unit_id, brought_value as local_value, 0.0 as credited_value from credited
        union all
        select metric, unit_id, 0.0, introduced_value from credited
        union all
        select metric, local_unit_id, 0.0, brought_value - introduced_value from credited where is_shared
    )
    select metric, unit_id, sum(local_value) as local_value, sum(credited_value) as credited_value
    from entries
    group by metric, unit_id
);
