-- filter_choices: what the shared filters offer on a date, one row per value of each filter.
--
-- reads:    projects_as_of, parks_in_force, units_as_of, imports_in_force
-- params:   $as_of       DATE       ledger date, inclusive
-- returns:  choice_kind   VARCHAR  parks | units | industries | stages | periods
--           choice        VARCHAR  what a query takes; empty for projects that state none
--           choice_label  VARCHAR
--           project_count BIGINT   个, dropped projects left out
-- order:    choice_kind, then project_count descending, then choice
with standing as (select * from projects_as_of($as_of)),
going as (select * from standing where coalesce(stage, '') <> 'dropped'),
by_park as (select coalesce(park_id, '') as choice, count(*) as project_count from going group by choice),
by_unit as (
    select coalesce(unit_id, '') as choice, any_value(unit_name) as said_name, count(*) as project_count
    from going
    group by choice
),
choices as (
    select
        'parks' as choice_kind,
        coalesce(register.park_id, by_park.choice) as choice,
        coalesce(register.park_name, by_park.choice) as choice_label,
        coalesce(by_park.project_count, 0) as project_count,
    from parks_in_force($as_of) as register
    full join by_park on register.park_id = by_park.choice
    union all
    select
        'units' as choice_kind,
        coalesce(register.unit_id, by_unit.choice) as choice,
        coalesce(register.unit_name, by_unit.said_name, '') as choice_label,
        coalesce(by_unit.project_count, 0) as project_count,
    from units_as_of($as_of) as register
    full join by_unit on register.unit_id = by_unit.choice
    union all
    select
        'industries' as choice_kind,
        coalesce(industry_name, '') as choice,
        coalesce(industry_name, '') as choice_label,
        count(*) as project_count,
    from going
    group by choice
    union all
    select
        'stages' as choice_kind,
        coalesce(stage, '') as choice,
        coalesce(stage, '') as choice_label,
        count(*) as project_count,
    from standing
    group by choice
    union all
    select
        'periods' as choice_kind,
        cast(period as varchar) as choice,
        cast(period as varchar) as choice_label,
        cast(0 as bigint) as project_count,
    from imports_in_force(cast('9999-12-31' as date))
    where import_kind = 'ledger'
)
select * from choices
order by choice_kind, project_count desc, choice;
