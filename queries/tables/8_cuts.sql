-- scale_tier: the tier of an investment in 万元, its lower bound inclusive; null where none is stated.
create macro scale_tier(wan) as
    case
        when wan >= 10000 then 'ge_1yi'
        when wan >= 5000 then '5000wan_1yi'
        when wan >= 3000 then '3000_5000wan'
        when wan >= 1000 then '1000_3000wan'
        when wan >= 500 then '500_1000wan'
        when wan is not null then 'lt_500wan'
    end;
