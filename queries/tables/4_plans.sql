-- targets: one row per (import, unit or park, year, metric, tier).
create table targets (
    import_id bigint not null,
    unit_name varchar,
    park_name varchar,
    year bigint not null,
    metric varchar not null,
    target_tier varchar not null,
    target_value double not null,
);

-- campaigns: one row per (import, campaign).
create table campaigns (
    import_id bigint not null,
    campaign_id varchar not null,
    campaign_name varchar not null,
    first_on date not null,
    last_on date not null,
);

-- campaign_targets: one row per (import, campaign, unit, metric).
create table campaign_targets (
    import_id bigint not null,
    campaign_id varchar not null,
    unit_name varchar,
    metric varchar not null,
    target_value double not null,
);

-- obstacles: one row per (import, obstacle).
create table obstacles (
    import_id bigint not null,
    obstacle_id varchar not null,
    obstacle_kind varchar not null,
    description varchar,
    raised_on date,
    due_on date,
    resolved_on date,
    unit_name varchar,
    lon double,
    lat double,
);

-- obstacle_projects: one row per (import, obstacle, project); project_name as the file states it, a name or an id.
create table obstacle_projects (
    import_id bigint not null,
    obstacle_id varchar not null,
    project_name varchar not null,
);
