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
