"""Project: one project's facts and entry check, its stages against the plan, its history, and what holds it up."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.places import panel

page = sheets.project.sheet(data.asking(), panel.project())
sheet.draw(page, panel.OF_PROJECT, above=panel.choose_project)
