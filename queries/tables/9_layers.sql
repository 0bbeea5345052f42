-- layers: one row per polygon of a constraint layer; outline is WKB in EPSG:4326. The newest import of each name holds.
create table layers (
    import_id bigint not null,
    layer_name varchar not null,
    layer_kind varchar not null,
    patch_no bigint not null,
    patch_name varchar,
    drawn_area_mu double not null,
    outline blob not null,
);
