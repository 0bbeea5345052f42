"""The committed cases are what the generator writes, and the command opens each by its name."""

import pytest
from typer.testing import CliRunner

from parkatlas.cli import app
from parkatlas.demo.build import CASES
from parkatlas.demo.cases import REGIONS
from parkatlas.demo.cases.amounts import amounts
from tests.parkatlas.demo.conftest import PROJECT


def test_the_register_names_every_case_and_no_other():
    assert list(REGIONS) == list(CASES)
    assert {path.name for path in (PROJECT / "data" / "cases").iterdir()} == set(REGIONS)


@pytest.mark.parametrize("name", REGIONS)
def test_a_case_opens_as_example_data_named_after_its_region(opened, name):
    region = opened(name).settings.region
    assert (region.name, region.is_example) == (REGIONS[name], True)


@pytest.mark.parametrize("name", REGIONS)
def test_a_case_is_taken_in_without_errors(opened, name):
    imports = opened(name).ask("imports")
    assert imports["is_in_force"].all()


def test_help_lists_the_cases():
    output = CliRunner().invoke(app, ["demo", "--help"]).output
    assert [name for name in REGIONS if name not in output.replace("\n", "")] == []


def test_amounts_that_cannot_add_up_are_refused():
    with pytest.raises(ValueError, match="cannot sum"):
        amounts(None, 3, 100, 50, 90)
