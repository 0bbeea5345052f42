-- resolve_imports: set from when another import holds in an import's place. Of parks, units and obstacles the newest
-- holds; of ledgers the newest of each period, of layers the newest of each name; targets, campaigns and decisions
-- stay beside each other, for each file speaks of its own year, push or projects.
update imports
set superseded_on = followed.superseded_on
from (
    select
        import_id,
        lead(effective_on) over (
            partition by
                is_active,
                import_kind,
                layer_name,
                case when import_kind = 'ledger' then period end,
                case when import_kind in ('targets', 'campaigns', 'decisions') then import_id end
            order by effective_on, import_id
        ) as superseded_on,
    from imports
) as followed
where imports.import_id = followed.import_id and imports.superseded_on is distinct from followed.superseded_on;
