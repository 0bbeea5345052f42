"""Project: one project's facts and entry check, its stages against the plan, its history, and what holds it up."""

from parkatlas import sheets
from parkatlas.ui import data, places_panel, sheet

found = sheets.project.sheet(data.asking(), places_panel.project())
sheet.draw(found, places_panel.OF_PROJECT, above=places_panel.choose_project)
