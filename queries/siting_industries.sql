-- siting_industries: which industries stand where under which codes, one row per (park, industry, code) of projects
-- that have signed; those outside parks under no park.
--
-- reads:    projects_as_of
-- params:   $as_of       DATE       ledger date, inclusive
-- returns:  park_id                   VARCHAR  null outside parks
--           industry_name             VARCHAR
--           industry_code             VARCHAR  null when not stated
--           project_count             BIGINT   个
-- order:    project_count descending, then industry_name, industry_code and park_id
select
    park_id,
    industry_name,
    industry_code,
    count(*) as project_count,
from projects_as_of($as_of)
where coalesce(stage, '') <> 'dropped' and is_contract and industry_name is not null
group by park_id, industry_name, industry_code
order by project_count desc, industry_name, industry_code nulls last, park_id nulls last;
