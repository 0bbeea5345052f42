-- project_facts: all that is known of one project and whether it meets both conditions of entry, one row, none where
-- no ledger in force speaks of it. A dropped project has its row, too.
--
-- reads:    projects_measured, parks_in_force
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis       VARCHAR    planned | done | contract
--           $threshold   DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $project_id  VARCHAR    which project
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_id                   VARCHAR  null where no park of the register holds it
--           park_name                 VARCHAR
--           stated_park_name          VARCHAR
--           unit_name                 VARCHAR
--           host_unit_name            VARCHAR
--           is_enclave                BOOLEAN
--           investor_name             VARCHAR
--           source_region             VARCHAR
--           capital_type              VARCHAR
--           industry_code             VARCHAR
--           industry_name             VARCHAR
--           address                   VARCHAR
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
--           place_issue               VARCHAR
--           stage                     VARCHAR
--           land_mu                   DOUBLE   亩
--           contract_wan              DOUBLE   万元, null before the contract
--           intended_wan              DOUBLE   万元, null from the contract on
--           planned_fai_wan           DOUBLE   万元
--           done_fai_wan              DOUBLE   万元
--           in_place_wan              DOUBLE   万元
--           outside_in_place_wan      DOUBLE   万元
--           foreign_usd_wan           DOUBLE   万美元
--           output_wan                DOUBLE   万元
--           tax_wan                   DOUBLE   万元
--           signed_on                 DATE
--           supplied_on               DATE
--           agreed_start_on           DATE
--           leader_name               VARCHAR
--           officer_name              VARCHAR
--           drop_reason               VARCHAR
--           period                    DATE     the ledger that speaks
--           park_industries           VARCHAR
--           is_industry_fit           BOOLEAN  null when the park states no leading industries or the project none
--           invested_wan              DOUBLE   万元, on the basis
--           intensity_wan_per_mu      DOUBLE   万元/亩, null without land or investment
--           threshold_wan_per_mu      DOUBLE   万元/亩
--           threshold_origin          VARCHAR
--           valid_from_on             DATE     since when, null unless a table of thresholds gives it
--           threshold_source          VARCHAR  as above
--           shortfall_wan_per_mu      DOUBLE   万元/亩, null unless below the threshold
--           shortfall_wan             DOUBLE   万元, null unless below the threshold
--           verdict                   VARCHAR
-- order:    project_id
with chosen as (
    select *
    from projects_measured($as_of, $basis, $threshold, $judged, with_dropped(anywhere()))
    where project_id = $project_id
)
select
    chosen.project_id,
    chosen.project_name,
    chosen.park_id,
    chosen.park_name,
    chosen.stated_park_name,
    chosen.unit_name,
    chosen.host_unit_name,
    chosen.is_enclave,
    chosen.investor_name,
    chosen.source_region,
    chosen.capital_type,
    chosen.industry_code,
    chosen.industry_name,
    chosen.address,
    chosen.lon,
    chosen.lat,
    chosen.place_issue,
    chosen.stage,
    chosen.land_mu,
    chosen.contract_wan,
    chosen.intended_wan,
    chosen.planned_fai_wan,
    chosen.done_fai_wan,
    chosen.in_place_wan,
    chosen.outside_in_place_wan,
    chosen.foreign_usd_wan,
    chosen.output_wan,
    chosen.tax_wan,
    chosen.signed_on,
    chosen.supplied_on,
    chosen.agreed_start_on,
    chosen.leader_name,
    chosen.officer_name,
    chosen.drop_reason,
    chosen.period,
    parks.park_industries,
    is_fit_for(chosen.industry_name, parks.park_industries) as is_industry_fit,
    chosen.invested_wan,
    chosen.intensity_wan_per_mu,
    chosen.threshold_wan_per_mu,
    chosen.threshold_origin,
    chosen.valid_from_on,
    chosen.threshold_source,
    chosen.shortfall_wan_per_mu,
    chosen.shortfall_wan,
    chosen.verdict,
from chosen
left join parks_in_force($as_of) as parks on chosen.park_id = parks.park_id
order by chosen.project_id;
