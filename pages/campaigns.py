"""Campaigns: how far a push is against its clock, what each week left has to bring, and who brought nothing."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import campaigns, targets

ask = data.asking()
campaign = campaigns.chosen(ask)
by_unit = ask("campaign_by_unit", campaign_id=campaign)
page = sheets.campaigns.sheet(ask, campaign, *targets.chosen(by_unit))
own = {"group_and_metric": lambda _: targets.choose(by_unit)}
sheet.draw(page, own, above=campaigns.choose)
