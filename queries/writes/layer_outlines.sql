-- layer_outlines: the polygons of the constraint layers in force on a date, one row per patch.
select
    layers.layer_name,
    layers.layer_kind,
    layers.patch_name,
    layers.drawn_area_mu,
    layers.outline,
from layers
inner join imports_in_force($as_of) as in_force on layers.import_id = in_force.import_id
order by layers.layer_name, layers.patch_no;
