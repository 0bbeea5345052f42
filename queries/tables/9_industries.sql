-- area_of: where a project stands, by park or by the unit of the territory (area: park | unit): the host of its park,
-- else the one that it states.
create macro area_of(area, park_id, park_host_id, stated_host_id) as
    case area when 'park' then park_id else coalesce(park_host_id, stated_host_id) end;

-- projects_clustered: the projects whose gathering is asked for: signed or beyond and those without a stage, unless
-- stages are named. Never filtered by industry: what gathers is told only against all the others. area_id is the park
-- or the unit on whose territory a project stands (area: park | unit), null where neither ledger nor register says.
create macro projects_clustered(as_of, basis, threshold, judged, scope, area) as table (
    with chosen as (
        select *
        from projects_measured(as_of, basis, threshold, judged, scope)
        where scope['stages'] is not null or is_contract
    )
    select
        chosen.*,
        is_fit_for(industry_name, known.park_industries) as is_industry_fit,
        area_of(area, chosen.park_id, known.host_unit_id, chosen.host_unit_id) as area_id,
        coalesce(chosen.investor_name, chosen.project_name) as firm_name,
    from chosen
    left join parks_as_of(as_of) as known on chosen.park_id = known.park_id
);

-- area_names: what the parks or units of a day are called, one row per (area, id); area: park | unit.
create macro area_names(as_of) as table (
    select 'park' as area, park_id as area_id, park_name as area_name from parks_in_force(as_of)
    union all
    select 'unit' as area, unit_id as area_id, unit_name as area_name from units_as_of(as_of)
);
