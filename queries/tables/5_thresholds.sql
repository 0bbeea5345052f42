-- thresholds: one row per (import, park, day from which its threshold holds); the newest import holds.
create table thresholds (
    import_id bigint not null,
    park_name varchar not null,
    valid_from_on date not null,
    threshold_wan_per_mu double not null,
    threshold_source varchar not null,
);

-- threshold_spans: what each park asks of contracts signed from valid_from_on until before valid_to_on, one row per
-- (park, span), of the table of thresholds in force. Derived by resolve_thresholds: nearly every question looks up a
-- threshold, and what the names mean takes longer to find than the answer.
create table threshold_spans (
    park_id varchar not null,
    valid_from_on date not null,
    valid_to_on date not null,
    threshold_wan_per_mu double not null,
    threshold_source varchar not null,
);

-- threshold_origin_of: where a threshold comes from: the table's goes before the park's own, that before the default;
-- null where none is asked.
create macro threshold_origin_of(told, own, usual) as
    case when told is not null then 'table' when own is not null then 'park' when usual is not null then 'default' end;

-- parks_asking: parks_in_force with what each asks of who signs on the day asked for, one row per park.
create macro parks_asking(as_of, threshold) as table (
    select
        parks.*,
        coalesce(told.threshold_wan_per_mu, parks.park_threshold_wan_per_mu, threshold) as threshold_wan_per_mu,
    from parks_in_force(as_of) as parks
    left join threshold_spans as told
        on parks.park_id = told.park_id and as_of >= told.valid_from_on and as_of < told.valid_to_on
);
