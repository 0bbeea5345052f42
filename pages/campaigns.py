"""Campaigns: how far a push is against its clock, what each week left has to bring, and who brought nothing."""

from parkatlas import sheets
from parkatlas.ui import campaigns_panel, data, sheet, targets_panel

ask = data.asking()
campaign = campaigns_panel.chosen(ask)
by_unit = ask("campaign_by_unit", campaign_id=campaign)
found = sheets.campaigns.sheet(ask, campaign, *targets_panel.chosen(by_unit))
own = {"group_and_metric": lambda _: targets_panel.choose(by_unit)}
sheet.draw(found, own, above=campaigns_panel.choose)
