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

-- industry_division: the two digits of a GB/T 4754-2017 code (C3360, 3360, C33), null where there are none.
create macro industry_division(code) as nullif(regexp_extract(code, '^[A-Ta-t]?([0-9]{2})', 1), '');

-- industry_group: the three digits of a GB/T 4754-2017 code, null where it states fewer.
create macro industry_group(code) as nullif(regexp_extract(code, '^[A-Ta-t]?([0-9]{3})', 1), '');

-- industry_class: the four digits of a GB/T 4754-2017 code, null where it states fewer.
create macro industry_class(code) as nullif(regexp_extract(code, '^[A-Ta-t]?([0-9]{4})', 1), '');

-- industry_section: the section's letter of a GB/T 4754-2017 code, from its division where the code states none: the
-- letter at the division's place, 01 to 97.
create macro industry_section(code) as
    case
        when upper(left(code, 1)) between 'A' and 'T' then upper(left(code, 1))
        else nullif(
            substr(
                'AAAAABBBBBBBCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCDDDEEEEFFGGGGGGGGHHIIIJJJJKLLMMMNNNNOOOPQQRRRRRSSSSSST',
                cast(industry_division(code) as integer),
                1
            ),
            ''
        )
    end;

-- industry_sector: of a section, farming (A), industry (B, C, D), construction (E) or service (F to T).
create macro industry_sector(section) as
    case
        when section = 'A' then 'farming'
        when section between 'B' and 'D' then 'industry'
        when section = 'E' then 'construction'
        when section between 'F' and 'T' then 'service'
    end;
