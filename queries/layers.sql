-- layers: the constraint layers in force, one row per layer.
--
-- reads:    layers, imports, imports_in_force
-- params:   $as_of       DATE       day on which the newest import of each name counts, inclusive
-- returns:  layer_name                VARCHAR
--           layer_kind                VARCHAR
--           patch_count               BIGINT   个
--           patch_area_mu             DOUBLE   亩, patches that overlap count each
--           file_name                 VARCHAR
--           imported_at               TIMESTAMP
-- order:    layer_kind, then layer_name
select
    layers.layer_name,
    min(layers.layer_kind) as layer_kind,
    count(*) as patch_count,
    sum(layers.drawn_area_mu) as patch_area_mu,
    min(imports.file_name) as file_name,
    min(imports.imported_at) as imported_at,
from layers
inner join imports_in_force($as_of) as in_force on layers.import_id = in_force.import_id
inner join imports on in_force.import_id = imports.import_id
group by layers.layer_name
order by layer_kind, layers.layer_name;
