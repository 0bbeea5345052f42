-- project_history: what the ledgers say of one project, one row per month from the first that speaks of it to the
-- newest ledger. A month without a ledger, or whose ledger is silent on the project, has its row and no figures.
--
-- reads:    project_told, ledger_periods, months_through
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
-- returns:  period_to                 DATE
--           has_ledger                BOOLEAN
--           is_in_ledger              BOOLEAN
--           stage                     VARCHAR
--           contract_wan              DOUBLE   万元, null before the contract
--           intended_wan              DOUBLE   万元, null from the contract on
--           planned_fai_wan           DOUBLE   万元
--           done_fai_wan              DOUBLE   万元, cumulative
--           in_place_wan              DOUBLE   万元, cumulative
--           land_mu                   DOUBLE   亩
-- order:    period_to
with told as (
    select * from project_told($as_of, $project_id)
)
select
    months.period_to,
    is_ledger_day(months.period_to, $as_of) as has_ledger,
    told.project_id is not null as is_in_ledger,
    told.stage,
    told.contract_wan,
    told.intended_wan,
    told.planned_fai_wan,
    told.done_fai_wan,
    told.in_place_wan,
    told.land_mu,
from months_through(
    (select min(period) from told), (select max(period) from ledger_periods($as_of))
) as months
left join told on months.period_to = told.period
order by months.period_to;
