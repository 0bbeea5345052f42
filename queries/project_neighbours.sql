-- project_neighbours: the other projects of one project's park, the nearest first, one row per project; none where it
-- stands in no park. Distances are haversine ones on a sphere of 6 371 008.8 m, within 0.6 % of those on the ellipsoid.
--
-- reads:    projects_as_of
-- params:   $as_of       DATE       ledger date, inclusive
--           $project_id  VARCHAR    which project
--           $most        BIGINT     at most so many rows, null for all
-- returns:  project_id                VARCHAR
--           project_name              VARCHAR
--           distance_m                DOUBLE   米, whole ones; null where either has no point
--           industry_name             VARCHAR
--           stage                     VARCHAR
--           land_mu                   DOUBLE   亩
--           contract_wan              DOUBLE   万元, null before the contract
--           intended_wan              DOUBLE   万元, null from the contract on
--           unit_name                 VARCHAR
-- order:    distance_m, nulls last, then project_id
with self as (
    select park_id, lon, lat from projects_as_of($as_of) where project_id = $project_id
)
select
    other.project_id,
    other.project_name,
    round(
        2 * 6371008.8 * asin(
            least(
                1.0,
                sqrt(
                    power(sin(radians(other.lat - self.lat) / 2), 2)
                    + cos(radians(self.lat)) * cos(radians(other.lat))
                    * power(sin(radians(other.lon - self.lon) / 2), 2)
                )
            )
        )
    ) as distance_m,
    other.industry_name,
    other.stage,
    other.land_mu,
    other.contract_wan,
    other.intended_wan,
    other.unit_name,
from projects_as_of($as_of) as other
inner join self on other.park_id = self.park_id
where other.project_id <> $project_id and coalesce(other.stage, '') <> 'dropped'
order by distance_m nulls last, other.project_id
limit $most;
