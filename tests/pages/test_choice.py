"""A choice is read before its widget is drawn, keeps to its page, and stands in the address unless it is the usual."""

import pytest
from streamlit.testing.v1 import AppTest

PAGE = """
import streamlit as st
from parkatlas.ui.kit.choice import Choice
OFFERED = {"one": ("year", "all"), "other": ("all", "year")}
page = st.query_params.get("page", "one")
span = Choice(page, "span")
above = span.among(OFFERED[page])
span.draw(st.selectbox, "Span", OFFERED[page], str.upper)
st.text(f"{above} {span.among(OFFERED[page])}")
"""


@pytest.fixture
def opened():
    """A function: a page with a choice, opened with what the address says."""

    def run(**address):
        app = AppTest.from_string(PAGE)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return run


def text_of(app):
    return app.text[0].value


def test_the_first_is_the_usual_and_needs_no_word_in_the_address(opened):
    app = opened()
    assert (text_of(app), dict(app.query_params)) == ("year year", {})


def test_a_choice_is_known_above_its_widget_and_in_the_address(opened):
    app = opened().selectbox[0].set_value("all").run()
    assert (text_of(app), app.query_params["span"]) == ("all all", "all")


def test_what_is_not_offered_is_not_chosen(opened):
    assert text_of(opened(span="<b>never</b>")) == "year year"


def test_two_pages_keep_their_choices_apart_under_one_name(opened):
    app = opened().selectbox[0].set_value("all").run()
    app.query_params.clear()
    app.query_params["page"] = "other"
    assert text_of(app.run()) == "all all"
    app.query_params.clear()
    app.query_params["page"] = "one"
    assert text_of(app.run()) == "year year"


FORM = """
import streamlit as st
from parkatlas.ui.kit.choice import Number, Several, Switch, Words
drawn = [
    Number("one", "minutes", 5, 240, 30).draw(st.number_input, "Minutes"),
    Number("one", "fai", 0.0, 100.0, None, may_be_empty=True).draw(st.number_input, "FAI", value=None),
    Several("one", "parks").draw(st.multiselect, "Parks", ["东园", "西园"], str),
    Switch("one", "returns").draw("And back"),
    Words("one", "name", 4).draw("Name"),
]
st.text(repr(drawn))
"""


@pytest.fixture
def form():
    """A function: a page with one field of each kind, opened with what the address says."""

    def run(**address):
        app = AppTest.from_string(FORM)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return run


def test_fields_begin_with_the_usual_and_an_address_without_words(form):
    app = form()
    assert (text_of(app), dict(app.query_params)) == ("[30, None, [], False, '']", {})


def test_fields_take_and_keep_what_the_address_says(form):
    address = {"minutes": "45", "fai": "0", "parks": "西园", "returns": "1", "name": "三期"}
    app = form(**address)
    assert text_of(app) == "[45, 0.0, ['西园'], True, '三期']"
    assert dict(app.query_params) == address


def test_fields_leave_what_may_not_be(form):
    app = form(minutes="4", fai="101", parks=["南园"], returns="yes", name="十二个字的名字")
    assert text_of(app) == "[30, None, [], False, '十二个字']"
