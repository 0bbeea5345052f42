-- unit_outlines: the territories of the units in force on a date, one row per unit that has one.
select
    unit_id,
    unit_name,
    unit_kind,
    outline,
from units_as_of($as_of)
where outline is not null
order by unit_id;
