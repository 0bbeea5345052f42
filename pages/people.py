"""People: what each leader and each officer answers for, what moved, what is due and what is late."""

from parkatlas import sheets
from parkatlas.ui import data, people_panel, sheet

ask = data.asking()
role, person = people_panel.chosen(ask)
found = sheets.people.sheet(ask, role, person)
own: dict[str, sheet.Drawer] = {"people": people_panel.people, "person": people_panel.choose_person}
sheet.draw(found, own, above=people_panel.choose if not found.lacks else None)
