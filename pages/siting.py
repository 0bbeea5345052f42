"""Siting: which park suits a proposed project, what it fails where, and where the reserve library goes."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.siting import form, panel

ask = data.asking()
if ask("siting_parks").empty:
    sheet.draw(sheets.siting.sheet(ask))
else:
    proposal = form.proposal(ask)
    compared = sheets.siting.compared(ask, proposal)
    page = sheets.siting.of_proposal(ask, proposal, compared, panel.chosen(compared), panel.reserve(ask))
    sheet.draw(page, panel.own(ask, proposal, compared))
