-- extend_spans: what resolve_spans would set, where the import is the ledger in force of a period after all others:
-- only its rows and those that stood until then move.
update projects
set
    valid_to = moved.valid_to,
    highest_rank = moved.highest_rank,
    contract_before_wan = moved.contract_before_wan,
    done_fai_before_wan = moved.done_fai_before_wan,
    in_place_before_wan = moved.in_place_before_wan,
    outside_in_place_before_wan = moved.outside_in_place_before_wan,
    foreign_usd_before_wan = moved.foreign_usd_before_wan
from (
    with standing as (
        select *
        from projects
        where
            valid_to = cast('9999-12-31' as date)
            and import_id <> $import_id
            and project_id in (select project_id from projects where import_id = $import_id)
    )
    select
        import_id,
        project_id,
        $period as valid_to,
        highest_rank,
        contract_before_wan,
        done_fai_before_wan,
        in_place_before_wan,
        outside_in_place_before_wan,
        foreign_usd_before_wan,
    from standing
    union all
    select
        $import_id as import_id,
        project_id,
        valid_to,
        greatest(highest_rank, stage_rank(stage)) as highest_rank,
        coalesce(contract_of(stage, contract_wan), contract_before_wan) as contract_before_wan,
        coalesce(done_fai_wan, done_fai_before_wan) as done_fai_before_wan,
        coalesce(in_place_wan, in_place_before_wan) as in_place_before_wan,
        coalesce(outside_in_place_wan, outside_in_place_before_wan) as outside_in_place_before_wan,
        coalesce(foreign_usd_wan, foreign_usd_before_wan) as foreign_usd_before_wan,
    from standing
) as moved
where projects.import_id = moved.import_id and projects.project_id = moved.project_id;
