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
create macro industry_division(code) as nullif(regexp_extract(code, '^[A-Za-z]?([0-9]{2})', 1), '');

-- industry_section: the section's letter of a GB/T 4754-2017 code, from its division where the code states none.
create macro industry_section(code) as
    case
        when upper(left(code, 1)) between 'A' and 'T' then upper(left(code, 1))
        when industry_division(code) between '01' and '05' then 'A'
        when industry_division(code) between '06' and '12' then 'B'
        when industry_division(code) between '13' and '43' then 'C'
        when industry_division(code) between '44' and '46' then 'D'
        when industry_division(code) between '47' and '50' then 'E'
        when industry_division(code) between '51' and '52' then 'F'
        when industry_division(code) between '53' and '60' then 'G'
        when industry_division(code) between '61' and '62' then 'H'
        when industry_division(code) between '63' and '65' then 'I'
        when industry_division(code) between '66' and '69' then 'J'
        when industry_division(code) = '70' then 'K'
        when industry_division(code) between '71' and '72' then 'L'
        when industry_division(code) between '73' and '75' then 'M'
        when industry_division(code) between '76' and '79' then 'N'
        when industry_division(code) between '80' and '82' then 'O'
        when industry_division(code) = '83' then 'P'
        when industry_division(code) between '84' and '85' then 'Q'
        when industry_division(code) between '86' and '90' then 'R'
        when industry_division(code) between '91' and '96' then 'S'
        when industry_division(code) = '97' then 'T'
    end;

-- industry_sector: farming (A), industry (B, C, D), construction (E) or service (F to T); null where no code is stated.
create macro industry_sector(code) as
    case
        when industry_section(code) = 'A' then 'farming'
        when industry_section(code) between 'B' and 'D' then 'industry'
        when industry_section(code) = 'E' then 'construction'
        when industry_section(code) between 'F' and 'T' then 'service'
    end;
