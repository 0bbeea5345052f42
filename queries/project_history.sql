-- project_history: what the ledgers say of one project, one row per month from the first that speaks of it to the
-- newest ledger. A month without a ledger, or whose ledger is silent on the project, has its row and no figures.
--
-- reads:    project_told, ledger_periods
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
-- returns:  period                    DATE
--           has_ledger                BOOLEAN
--           is_in_ledger              BOOLEAN
--           stage                     VARCHAR
--           contract_wan              DOUBLE   万元, null before the contract
--           intended_wan              DOUBLE   万元, null from the contract on
--           planned_fai_wan           DOUBLE   万元
--           done_fai_wan              DOUBLE   万元, cumulative
--           in_place_wan              DOUBLE   万元, cumulative
--           land_mu                   DOUBLE   亩
-- order:    period
with told as (
    select * from project_told($as_of, $project_id)
),
months as (
    select last_day(cast(month as date)) as period
    from
        (select min(period) as first_on from told) as bounds,
        generate_series(
            date_trunc('month', bounds.first_on),
            (select max(period) from ledger_periods($as_of)),
            interval 1 month
        ) as every (month)
)
select
    months.period,
    ledgers.period is not null as has_ledger,
    told.project_id is not null as is_in_ledger,
    told.stage,
    told.contract_wan,
    told.intended_wan,
    told.planned_fai_wan,
    told.done_fai_wan,
    told.in_place_wan,
    told.land_mu,
from months
left join ledger_periods($as_of) as ledgers on months.period = ledgers.period
left join told on months.period = told.period
order by months.period;
