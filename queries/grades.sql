-- grades: the grade A to D per mu of each producing project in scope, one row per project. Its score is the weighted
-- sum of tax, output and investment done per mu, each divided by the mean of all graded projects (Σ ÷ Σ land) and
-- capped at 1.5; the places are those among all graded projects of the region, whatever is filtered.
--
-- reads:    projects_in_scope, parks_in_force
-- params:   $as_of          DATE       ledger date, inclusive
--           $tax_weight        DOUBLE     of tax per mu
--           $output_weight     DOUBLE     of output per mu
--           $done_weight       DOUBLE     of investment done per mu
--           $a_share_pct       DOUBLE     % of the graded projects that are A
--           $b_share_pct       DOUBLE     % that are B
--           $c_share_pct       DOUBLE     % that are C; the rest is D
--           $young_months      BIGINT     months of production before which none is graded
--           $least_graded      BIGINT     projects below which none is graded
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
--           $most              BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           industry_name             VARCHAR
--           unit_name                 VARCHAR
--           grade                     VARCHAR
--           grade_score               DOUBLE   null where it is not graded
--           grade_place               BIGINT   among the graded ones, null where it is not
--           tax_wan_per_mu            DOUBLE   万元/亩
--           output_wan_per_mu         DOUBLE   万元/亩
--           done_wan_per_mu           DOUBLE   万元/亩
--           land_mu                   DOUBLE   亩
--           producing_on              DATE
-- order:    grade_place, nulls last, then project_id
with producing as (
    select
        *,
        tax_wan / nullif(land_mu, 0) as tax_wan_per_mu,
        output_wan / nullif(land_mu, 0) as output_wan_per_mu,
        done_fai_wan / nullif(land_mu, 0) as done_wan_per_mu,
        case
            when producing_on > $as_of - to_months(cast($young_months as integer)) then 'young'
            when land_mu > 0 and tax_wan >= 0 and output_wan >= 0 and done_fai_wan >= 0 and producing_on is not null
                then 'known'
            else 'missing'
        end as known,
    from projects_in_scope($as_of, anywhere())
    where stage_rank(stage) >= 9
),
means as (
    select
        count(*) as graded_count,
        sum(tax_wan) / sum(land_mu) as tax_mean,
        sum(output_wan) / sum(land_mu) as output_mean,
        sum(done_fai_wan) / sum(land_mu) as done_mean,
    from producing
    where known = 'known'
),
scored as (
    select
        producing.*,
        case
            when known <> 'known' then null
            when means.graded_count < $least_graded then null
            else round(
                $tax_weight * least(coalesce(tax_wan_per_mu / nullif(means.tax_mean, 0), 0), 1.5)
                + $output_weight * least(coalesce(output_wan_per_mu / nullif(means.output_mean, 0), 0), 1.5)
                + $done_weight * least(coalesce(done_wan_per_mu / nullif(means.done_mean, 0), 0), 1.5),
                6
            )
        end as grade_score,
        means.graded_count,
    from producing
    cross join means
),
placed as (
    select
        *,
        case when grade_score is not null then rank() over (order by grade_score desc nulls last) end as grade_place,
        100.0 * (grade_place - 1) / graded_count as above_pct,
    from scored
)
select
    placed.project_id,
    placed.project_name,
    placed.park_id,
    parks.park_name,
    placed.industry_name,
    placed.unit_name,
    case
        when placed.known <> 'known' then placed.known
        when placed.grade_score is null then 'few'
        when placed.above_pct < $a_share_pct then 'a'
        when placed.above_pct < $a_share_pct + $b_share_pct then 'b'
        when placed.above_pct < $a_share_pct + $b_share_pct + $c_share_pct then 'c'
        else 'd'
    end as grade,
    placed.grade_score,
    placed.grade_place,
    placed.tax_wan_per_mu,
    placed.output_wan_per_mu,
    placed.done_wan_per_mu,
    placed.land_mu,
    placed.producing_on,
from placed
inner join projects_in_scope($as_of, $scope) as chosen
    on placed.project_id = chosen.project_id
left join parks_in_force($as_of) as parks on placed.park_id = parks.park_id
order by placed.grade_place nulls last, placed.project_id
limit $most;
