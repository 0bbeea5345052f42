-- park_money_by_month: what the projects of one park were to invest and what they had invested by each month's end, one
-- row per month from the first ledger to the newest. Each project counts as the newest ledger by then has it; dropped
-- ones do not, those of parks merged into it do. A month without a ledger has its row and no figures.
--
-- reads:    projects_placed, ledger_periods, months_through
-- params:   $as_of       DATE       ledger date, inclusive
--           $park_id     VARCHAR    which park
-- returns:  period_to                 DATE
--           has_ledger                BOOLEAN
--           project_count             BIGINT   个, null without a ledger
--           planned_fai_wan           DOUBLE   万元, null when no project states it
--           done_fai_wan              DOUBLE   万元, cumulative
--           in_place_wan              DOUBLE   万元, cumulative
-- order:    period_to
with ledgers as (
    select period from ledger_periods($as_of)
),
standing as (
    select period, valid_to, planned_fai_wan, done_fai_wan, in_place_wan
    from projects_placed($as_of)
    where park_id = $park_id and period <= $as_of and period < valid_to and coalesce(stage, '') <> 'dropped'
),
summed as (
    select
        ledgers.period,
        count(standing.period) as project_count,
        sum(standing.planned_fai_wan) as planned_fai_wan,
        sum(standing.done_fai_wan) as done_fai_wan,
        sum(standing.in_place_wan) as in_place_wan,
    from ledgers
    left join standing on standing.period <= ledgers.period and ledgers.period < standing.valid_to
    group by ledgers.period
)
select
    months.period_to,
    is_ledger_day(months.period_to, $as_of) as has_ledger,
    summed.project_count,
    summed.planned_fai_wan,
    summed.done_fai_wan,
    summed.in_place_wan,
from months_through((select min(period) from ledgers), (select max(period) from ledgers)) as months
left join summed on months.period_to = summed.period
order by months.period_to;
