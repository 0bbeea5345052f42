"""People: what each leader and each officer answers for, what moved, what is due and what is late."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.progress import people

ask = data.asking()
role, person = people.chosen(ask)
page = sheets.people.sheet(ask, role, person)
own: dict[str, sheet.Drawer] = {"people": people.people, "person": people.choose_person}
sheet.draw(page, own, above=people.choose if not page.lacks else None)
