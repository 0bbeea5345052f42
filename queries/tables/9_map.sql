-- map_part: the value of a project's attribute that the map colours by (stage, industry_name, verdict, capital_type,
-- is_enclave), as a key; empty where it states none.
create macro map_part(attribute, stage, industry_name, verdict, capital_type, is_enclave) as
    coalesce(
        case attribute
            when 'stage' then stage
            when 'industry_name' then industry_name
            when 'verdict' then verdict
            when 'capital_type' then capital_type
            when 'is_enclave' then cast(is_enclave as varchar)
        end,
        ''
    );
