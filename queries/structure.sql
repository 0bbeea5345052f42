-- structure: how the contracts divide by one cut, in number and in money, one row per value of the cut that has any.
-- Counted are projects signed or beyond, and those whose ledger states no stage; money of a lead or an agreement is no
-- contract's. Naming stages counts just those. Cuts: scale_tier, industry_sector, industry_section, industry_division,
-- industry_group, industry_class, industry_name, source_region, capital_type, park_name, unit_name. Shares are of all
-- that is counted, the unstated too: they add up to 100.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract: what money is, and what tiers go by
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for signed and beyond
--           $cut               VARCHAR    the column to divide by: scale_tier, industry_*, source_region …
--           $signed_from       DATE       contracts signed from this day on, null for all
-- returns:  cut_key              VARCHAR  code, name or id of the value; empty where the ledger states none
--           cut_value            VARCHAR  code or name of the value, null where the ledger states none
--           project_count        BIGINT   个
--           count_share_pct      DOUBLE   %, never null: each row has projects
--           invested_wan         DOUBLE   万元, null when no project states it
--           invested_share_pct   DOUBLE   %, null when none is stated, here or at all
--           contract_wan         DOUBLE   万元
--           planned_fai_wan      DOUBLE   万元
--           no_money_count        BIGINT   个, without an investment of that basis
--           cumulative_count     BIGINT   个, of this tier and those above; null for other cuts and the unstated
--           cumulative_share_pct DOUBLE   %, null as cumulative_count is
-- order:    unstated last; tiers from the largest, others by project_count, then money, descending; then cut_key
with signed as (
    select *, industry_section(industry_code) as section
    from projects_measured($as_of, $basis, $threshold, $judged, $scope)
    where
        ($scope.stages is not null or is_contract)
        and ($signed_from is null or signed_on between $signed_from and $as_of)
),
keyed as (
    select
        *,
        case $cut
            when 'scale_tier' then scale_tier(invested_wan)
            when 'industry_sector' then industry_sector(section)
            when 'industry_section' then section
            when 'industry_division' then industry_division(industry_code)
            when 'industry_group' then industry_group(industry_code)
            when 'industry_class' then industry_class(industry_code)
            when 'industry_name' then industry_name
            when 'source_region' then source_region
            when 'capital_type' then capital_type
            when 'park_name' then park_id
            when 'unit_name' then unit_id
        end as stated_key,
    from signed
),
parts as (
    select
        coalesce(stated_key, '') as cut_key,
        case $cut
            when 'park_name' then min(park_name)
            when 'unit_name' then min(unit_name)
            else stated_key
        end as cut_value,
        count(*) as project_count,
        sum(invested_wan) as invested_wan,
        sum(contract_wan) as contract_wan,
        sum(planned_fai_wan) as planned_fai_wan,
        count(*) - count(invested_wan) as no_money_count,
        case when $cut = 'scale_tier' and stated_key is not null then max(invested_wan) end as top_wan,
    from keyed
    group by stated_key
),
summed as (
    select
        *,
        case when top_wan is not null then sum(project_count) over (order by top_wan desc) end as above_count,
        sum(project_count) over () as all_count,
        nullif(sum(invested_wan) over (), 0) as all_wan,
    from parts
)
select
    cut_key,
    cut_value,
    project_count,
    100.0 * project_count / all_count as count_share_pct,
    invested_wan,
    100.0 * invested_wan / all_wan as invested_share_pct,
    contract_wan,
    planned_fai_wan,
    no_money_count,
    cast(above_count as bigint) as cumulative_count,
    100.0 * above_count / all_count as cumulative_share_pct,
from summed
order by cut_key = '', top_wan desc nulls last, project_count desc, invested_wan desc nulls last, cut_key;
