-- park_parcels: the parks of one park's zone and the pieces of each, one row per piece; of a park without a zone its
-- own.
--
-- reads:    parks_in_force, parcels
-- params:   $as_of       DATE       day on which the register counts, inclusive
--           $park_id     VARCHAR    which park
-- returns:  zone_name                 VARCHAR  null where the park belongs to none
--           park_id                   VARCHAR
--           park_name                 VARCHAR
--           parcel_no                 BIGINT   null where the park is not drawn
--           drawn_area_mu             DOUBLE   亩, of the piece
-- order:    the park itself first, then park_name, park_id, parcel_no
with own as (
    select park_id, zone_name from parks_in_force($as_of) where park_id = $park_id
)
select
    parks.zone_name,
    parks.park_id,
    parks.park_name,
    parcels.parcel_no,
    parcels.drawn_area_mu,
from own
inner join parks_in_force($as_of) as parks on own.park_id = parks.park_id or own.zone_name = parks.zone_name
left join parcels on parks.park_id = parcels.park_id and parks.import_id = parcels.import_id
order by parks.park_id <> own.park_id, parks.park_name, parks.park_id, parcels.parcel_no;
