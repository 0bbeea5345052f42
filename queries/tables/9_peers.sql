-- peers: one row per (import, region, indicator); the newest import holds. A value is in the indicator's own unit.
create table peers (
    import_id bigint not null,
    peer_name varchar not null,
    indicator varchar not null,
    peer_value double,
    growth_pct double,
    source_row bigint not null,
);
