-- projects: the projects in scope with their facts, one row per project.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis             VARCHAR    planned | done | contract
--           $threshold         DOUBLE     万元/亩, for parks without their own
--           $judged            VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $project_id        VARCHAR    the one project, null for all
--           $only              VARCHAR[]  project ids, null for all
--           $search            VARCHAR    part of a name, null for all
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           unit_id                   VARCHAR
--           unit_name                 VARCHAR
--           host_unit_name            VARCHAR
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           investor_name             VARCHAR
--           source_region             VARCHAR
--           capital_type              VARCHAR
--           industry_code             VARCHAR
--           industry_name             VARCHAR
--           address                   VARCHAR
--           lon                       DOUBLE   度
--           lat                       DOUBLE   度
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
--           invested_wan              DOUBLE   万元
--           intensity_wan_per_mu      DOUBLE   万元/亩
--           threshold_wan_per_mu      DOUBLE   万元/亩
--           shortfall_wan_per_mu      DOUBLE   万元/亩
--           shortfall_wan             DOUBLE   万元
--           verdict                   VARCHAR
--           stage                     VARCHAR
--           signed_on                 DATE
--           started_on                DATE
--           completed_on              DATE
--           producing_on              DATE
--           planned_start_on          DATE
--           planned_completion_on     DATE
--           planned_production_on     DATE
--           agreed_start_on           DATE
--           leader_name               VARCHAR
--           officer_name              VARCHAR
--           is_enclave                BOOLEAN
--           stated_park_name          VARCHAR
--           place_issue               VARCHAR
--           dropped_on                DATE
--           drop_reason               VARCHAR
--           period                    DATE     the ledger that speaks
-- order:    money of the contract as stated, descending, nulls last, then project_id
select
    project_id,
    project_name,
    unit_id,
    unit_name,
    host_unit_name,
    park_id,
    park_name,
    investor_name,
    source_region,
    capital_type,
    industry_code,
    industry_name,
    address,
    lon,
    lat,
    land_mu,
    contract_wan,
    intended_wan,
    planned_fai_wan,
    done_fai_wan,
    in_place_wan,
    outside_in_place_wan,
    foreign_usd_wan,
    output_wan,
    tax_wan,
    invested_wan,
    intensity_wan_per_mu,
    threshold_wan_per_mu,
    shortfall_wan_per_mu,
    shortfall_wan,
    verdict,
    stage,
    signed_on,
    started_on,
    completed_on,
    producing_on,
    planned_start_on,
    planned_completion_on,
    planned_production_on,
    agreed_start_on,
    leader_name,
    officer_name,
    is_enclave,
    stated_park_name,
    place_issue,
    dropped_on,
    drop_reason,
    period,
from projects_measured($as_of, $basis, $threshold, $judged, $scope)
where
    ($project_id is null or project_id = $project_id)
    and is_picked(project_id, $only)
    and (
        $search is null
        or position(lower($search) in lower(project_name)) > 0
        or position(lower($search) in lower(project_id)) > 0
    )
order by stated_wan desc nulls last, project_id
limit $most;
