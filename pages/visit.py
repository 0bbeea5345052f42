"""Site visit: in which order to see the chosen projects, when each is reached, and what to ask there."""

from parkatlas import sheets
from parkatlas.ui.kit import data, sheet
from parkatlas.ui.visit import form, panel

ask = data.asking()
planned = form.planned(ask)
page = sheets.visit.of_tour(ask, form.chosen(), planned)
sheet.draw(page, panel.own(planned), above=None if page.lacks else lambda: form.choose(ask), is_told_below=True)
