-- park_outlines: the polygons of the parks in force on a date, one row per parcel, smallest park first.
select
    parks_in_force.park_id,
    parks_in_force.park_name,
    parcels.outline,
from parks_in_force($as_of) as parks_in_force
inner join parcels
    on parks_in_force.park_id = parcels.park_id
    and parks_in_force.import_id = parcels.import_id
order by parks_in_force.drawn_area_mu, parks_in_force.park_id, parcels.parcel_no;
