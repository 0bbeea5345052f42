-- ranks: the place of each unit and of each park among its like by what it brought in the year, one row per (group,
-- unit or park, metric): all of the registers and whoever else brought something, with a target or not. Beside it the
-- places at the end of the month before and on the same day of last year, of the same units and parks. A month without
-- a ledger stands as the ledger before it.
--
-- reads:    values_ranked
-- params:   $as_of         DATE       ledger date, inclusive
--           $ranked_group  VARCHAR    territory | department | unsorted | park, null for all
--           $metrics       VARCHAR[]  metrics, null for all
--           $scope.units   VARCHAR[]  unit ids to show, null for all; the others are ranked as well
--           $scope.parks   VARCHAR[]  park ids to show, null for all; the others are ranked as well
-- returns:  ranked_group           VARCHAR
--           ranked_id              VARCHAR
--           ranked_name            VARCHAR
--           metric                 VARCHAR
--           done_value             DOUBLE   in the metric's unit, null when no project states it
--           place                  BIGINT   ties share the higher place; null without a value or where all are 0
--           place_count            BIGINT   个, of the group with a value
--           place_before           BIGINT   null without a ledger of the year before this month
--           places_risen           BIGINT   negative where it fell, null without a place before
--           place_year_ago         BIGINT   null without a ledger of last year by that day
--           places_risen_year      BIGINT   negative where it fell, null without a place a year ago
-- order:    metric, then ranked_group, then place, nulls last, then ranked_id
with placed as (
    select
        *,
        rank() over (
            partition by moment, ranked_group, metric order by round(done_value, 6) desc nulls last
        ) as place,
        count(done_value) over (partition by moment, ranked_group, metric) as place_count,
        bool_or(done_value <> 0) over (partition by moment, ranked_group, metric) 
            and done_value is not null as has_place,
    from values_ranked($as_of)
    where is_chosen(metric, $metrics)
),
compared as (
    select
        ranked_group,
        ranked_id,
        ranked_name,
        metric,
        max(done_value) filter (moment = 1) as done_value,
        max(place) filter (moment = 1 and has_place) as place,
        max(place_count) filter (moment = 1) as place_count,
        max(place) filter (moment = 2 and has_place) as place_before,
        max(place) filter (moment = 3 and has_place) as place_year_ago,
    from placed
    group by ranked_group, ranked_id, ranked_name, metric
)
select
    ranked_group,
    ranked_id,
    ranked_name,
    metric,
    done_value,
    place,
    place_count,
    place_before,
    place_before - place as places_risen,
    place_year_ago,
    place_year_ago - place as places_risen_year,
from compared
where
    ($ranked_group is null or ranked_group = $ranked_group)
    and case ranked_group
        when 'park' then is_chosen(ranked_id, $scope.parks)
        else is_chosen(ranked_id, $scope.units)
    end
order by metric, ranked_group, place nulls last, ranked_id;
