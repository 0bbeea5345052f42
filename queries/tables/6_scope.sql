-- is_chosen: whether a filter lets a value pass: null lets all pass, '' in it those that state none. The one place that
-- knows how to look into a list; a comparison with any(…) would cost a join each.
create macro is_chosen(value, chosen) as
    cast(chosen as varchar[]) is null or list_contains(cast(chosen as varchar[]), coalesce(value, ''));

-- is_picked: the same for lists as long as what a shape on the map holds, which are looked up by a join.
create macro is_picked(value, picked) as
    picked is null or value in (select unnest(cast(picked as varchar[])));

-- A scope is what the filters leave that every page shares, one struct of the lists parks, units, industries and
-- stages; null for one that lets all pass. Its lists have names, so that no two can change places.
-- anywhere: the scope that filters nothing. in_park, of_any_unit, with_dropped: a scope within one park; without its
-- filter of units; with the dropped projects too where it names no stages.
create macro anywhere() as struct_pack(
    parks := cast(null as varchar[]),
    units := cast(null as varchar[]),
    industries := cast(null as varchar[]),
    stages := cast(null as varchar[])
);
create macro in_park(scope, park_id) as struct_pack(
    parks := [park_id], units := scope.units, industries := scope.industries, stages := scope.stages
);
create macro of_any_unit(scope) as struct_pack(
    parks := scope.parks, units := null, industries := scope.industries, stages := scope.stages
);
create macro with_dropped(scope) as struct_pack(
    parks := scope.parks,
    units := scope.units,
    industries := scope.industries,
    stages := coalesce(cast(scope.stages as varchar[]), list_concat(stage_codes(), ['dropped', '']))
);
create macro is_unfiltered(scope) as coalesce(scope.parks, scope.units, scope.industries, scope.stages) is null;

-- is_in_scope: whether a project passes a scope; dropped projects stay out unless the stages name them.
create macro is_in_scope(park_id, unit_id, industry_name, stage, scope) as
    is_chosen(park_id, scope.parks)
    and is_chosen(unit_id, scope.units)
    and is_chosen(industry_name, scope.industries)
    and case when scope.stages is null then coalesce(stage, '') <> 'dropped' else is_chosen(stage, scope.stages) end;

-- projects_in_scope: projects_as_of that are in scope, one row per project.
create macro projects_in_scope(as_of, scope) as table (
    select *
    from projects_as_of(as_of)
    where is_in_scope(park_id, unit_id, industry_name, stage, scope)
);

-- intensity_of: what is invested per mu, null without land or investment. Rounded to a millionth: 110 万元 on 1.1 亩 is
-- 100, not the 99.99999999999999 of binary division that would miss the threshold.
create macro intensity_of(invested_wan, land_mu) as
    case when land_mu > 0 and invested_wan > 0 then round(invested_wan / land_mu, 6) end;

-- verdict_of: whether an intensity reaches (inclusive) a threshold, exempt where none is asked; shortfall_of: what it
-- lacks, null unless it does.
create macro verdict_of(intensity_wan_per_mu, threshold_wan_per_mu) as
    case
        when threshold_wan_per_mu is null then 'exempt'
        when intensity_wan_per_mu is null then 'missing'
        when intensity_wan_per_mu >= threshold_wan_per_mu then 'pass'
        else 'short'
    end;
create macro shortfall_of(intensity_wan_per_mu, threshold_wan_per_mu) as
    case when intensity_wan_per_mu < threshold_wan_per_mu then threshold_wan_per_mu - intensity_wan_per_mu end;

-- projects_measured: projects_in_scope with the investment of a basis (planned | done | contract), its intensity and
-- whether that reaches (inclusive) the threshold in force on the signing date, of projects not signed yet on the day
-- asked for: that of the table of thresholds, else the park's own, else the default given. Who signed before the park
-- was merged is judged by what that park asked. The threshold is a condition of parks: nothing is asked of projects
-- outside all parks, unless judged is all.
create macro projects_measured(as_of, basis, threshold, judged, scope) as table (
    with invested as (
        select
            *,
            case when signed_on < merged_on then ledger_park_id else park_id end as asking_park_id,
            case when asking_park_id is not null or judged = 'all' then threshold end as threshold,
            case basis
                when 'planned' then planned_fai_wan
                when 'done' then done_fai_wan
                when 'contract' then stated_wan
            end as invested_wan,
        from projects_in_scope(as_of, scope)
    ),
    weighed as (
        select
            invested.*,
            known_parks.park_name,
            coalesce(told.threshold_wan_per_mu, asking.park_threshold_wan_per_mu, invested.threshold)
                as threshold_wan_per_mu,
            threshold_origin_of(told.threshold_wan_per_mu, asking.park_threshold_wan_per_mu, invested.threshold)
                as threshold_origin,
            told.threshold_source,
            told.valid_from_on,
            intensity_of(invested_wan, land_mu) as intensity_wan_per_mu,
        from invested
        left join parks_in_force(as_of) as known_parks on invested.park_id = known_parks.park_id
        left join parks_registered(as_of) as asking on invested.asking_park_id = asking.park_id
        left join threshold_spans as told
            on invested.asking_park_id = told.park_id
            and coalesce(invested.signed_on, as_of) >= told.valid_from_on
            and coalesce(invested.signed_on, as_of) < told.valid_to_on
    )
    select
        * exclude (threshold),
        verdict_of(intensity_wan_per_mu, threshold_wan_per_mu) as verdict,
        shortfall_of(intensity_wan_per_mu, threshold_wan_per_mu) as shortfall_wan_per_mu,
        shortfall_wan_per_mu * land_mu as shortfall_wan,
    from weighed
);
