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

-- enters_parks: whether an industry belongs into parks: mining, making, energy, logistics, software, research, and any
-- that no code tells; not farming, building, trade, hotels, property or other services.
create macro enters_parks(code) as coalesce(industry_section(code) in ('B', 'C', 'D', 'G', 'I', 'M'), true);

-- industry_sector: of a section, farming (A), industry (B, C, D), construction (E) or service (F to T).
create macro industry_sector(section) as
    case
        when section = 'A' then 'farming'
        when section between 'B' and 'D' then 'industry'
        when section = 'E' then 'construction'
        when section between 'F' and 'T' then 'service'
    end;
