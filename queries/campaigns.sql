-- campaigns: the campaigns and how far each one's clock stands, the running ones first, one row per campaign.
--
-- reads:    campaigns_as_of
-- params:   $as_of       DATE       ledger date, inclusive
-- returns:  campaign_id     VARCHAR
--           campaign_name   VARCHAR
--           campaign_state  VARCHAR
--           first_on        DATE
--           last_on         DATE
--           day_number      BIGINT   天, 0 before the first day
--           day_count       BIGINT   天
--           days_left       BIGINT   天
-- order:    running, then ended, then coming; the newest first, then campaign_id
select
    campaign_id,
    campaign_name,
    campaign_state,
    first_on,
    last_on,
    day_number,
    day_count,
    days_left,
from campaigns_as_of($as_of)
order by
    case campaign_state when 'running' then 1 when 'ended' then 2 else 3 end,
    first_on desc,
    campaign_id;
