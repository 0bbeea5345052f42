"""The map of flows: what the mouse, the legend and the switch of layers do to the arcs."""

import pytest

from tests.browser.conftest import Map

SEEN = ".pa-arc:not(.is-away)"
# Where a seat of this name is, or a piece of an arc that nothing covers.
PLACE = """([layer, name]) => {
    let form;
    map.eachLayer(one => { const i = one.item; if (i?.layer === layer && i.content.names[i.i] === name) form = one });
    const isFree = at => {
        const { x, y } = map.latLngToContainerPoint(at);
        return document.elementFromPoint(x, y) === form.getElement();
    };
    const at = layer === "arcs" ? form.getLatLngs().find(isFree) : form.getLatLng();
    return [at.lng, at.lat];
}"""


@pytest.fixture(autouse=True)
def tall(page):
    """The whole map stands in the window: nothing scrolls between a look and a click."""
    page.set_viewport_size({"width": 1440, "height": 1400})


def test_a_seat_pointed_at_keeps_only_its_arcs_which_open_popups(open_page, page, server):
    map_ = Map(open_page("flows?year=2026&units=T05", on=server))
    arcs = map_.frame.locator(SEEN)
    of_one_unit = arcs.count()
    map_ = Map(open_page("flows?year=2026&flow_count=all", on=server))
    arcs = map_.frame.locator(SEEN)
    assert arcs.count() > of_one_unit > 0
    widths = map_.frame.evaluate(
        "() => [...document.querySelectorAll('.pa-arc')].map(arc => arc.getAttribute('stroke-width'))"
    )
    assert max(map(float, widths)) > 3 * min(map(float, widths))
    map_.hover(*map_.frame.evaluate(PLACE, ["seats", "龙窑镇"]))
    assert arcs.count() == of_one_unit
    map_.click(*map_.frame.evaluate(PLACE, ["arcs", "河东街道 → 澄溪高新技术产业园"]))
    assert "3.90 亿元" in map_.frame.locator(".pa-popup").inner_text()
    page.mouse.move(5, 5)
    assert arcs.count() > of_one_unit


def test_the_legend_and_the_switch_of_layers_take_arcs_off_the_map(open_page, server):
    map_ = Map(open_page("flows?year=2025&flow_count=all", on=server))
    arcs, every = map_.frame.locator(".pa-arc"), map_.frame.locator(".pa-arc").count()
    heads = map_.frame.locator(".pa-arc[marker-end]").count()
    entry = map_.frame.locator(".pa-legend button:has(.is-flow)").first
    entry.click()
    assert arcs.count() == every - int(entry.locator("b").inner_text())
    map_.frame.locator(".pa-legend .pa-layer", has_text="飞地流向").click()
    assert (heads, arcs.count()) == (every, 0)
