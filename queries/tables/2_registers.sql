-- parks: one row per (import, park). Areas in mu, distances in km, lon and lat a point inside the park.
create table parks (
    import_id bigint not null,
    park_id varchar not null,
    park_name varchar not null,
    park_level varchar,
    zone_name varchar,
    host_unit_name varchar,
    park_industries varchar,
    planned_area_mu double,
    ready_area_mu double,
    supplied_area_mu double,
    built_area_mu double,
    largest_free_mu double,
    park_threshold_wan_per_mu double,
    land_price_wan_per_mu double,
    motorway_km double,
    rail_km double,
    port_km double,
    airport_km double,
    has_road boolean,
    has_water boolean,
    has_sewer boolean,
    has_power boolean,
    has_gas boolean,
    has_heat boolean,
    has_telecom boolean,
    is_levelled boolean,
    established_on date,
    merged_into_name varchar,
    merged_on date,
    drawn_area_mu double,
    lon double,
    lat double,
);

-- parcels: one row per polygon of a park; outline is WKB in EPSG:4326.
create table parcels (
    import_id bigint not null,
    park_id varchar not null,
    parcel_no bigint not null,
    drawn_area_mu double,
    outline blob not null,
);

-- units: one row per (import, unit); outline is WKB in EPSG:4326, null for units without territory.
create table units (
    import_id bigint not null,
    unit_id varchar not null,
    unit_name varchar not null,
    unit_kind varchar,
    lon double,
    lat double,
    outline blob,
);

-- park_successions: the park in which a merged one lives on from from_on until before until_on, through whatever
-- mergers, one row per (merged park, span). Derived by resolve_successions: every question about projects looks here.
create table park_successions (
    merged_park_id varchar not null,
    park_id varchar not null,
    from_on date not null,
    until_on date not null,
);
