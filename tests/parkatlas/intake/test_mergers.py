"""Mergers in a register of parks: both halves, a park of the file, no circle."""

import pytest

HEAD = "园区名称,并入园区,并入日期\n"
HEIR = "新园,,\n"


def test_a_merger_is_taken_in_with_its_day(files):
    old = files.read("a.csv", f"{HEAD}{HEIR}老园,新园,2025-03-01\n", "parks").tables["parks"].to_pylist()[1]
    assert (old["merged_into_name"], str(old["merged_on"])) == ("新园", "2025-03-01")


@pytest.mark.parametrize(
    ("lines", "code", "name"),
    [
        ("老园,新园,\n", "merged_half", "老园"),
        ("老园,,2025-03-01\n", "merged_half", "老园"),
        ("老园,旧园,2025-03-01\n", "merged_unknown", "旧园"),
        ("老园,老园,2025-03-01\n", "merged_circle", "老园"),
        ("老园,旧园,2025-03-01\n旧园,老园,2025-03-01\n", "merged_circle", "旧园"),
    ],
)
def test_a_merger_that_cannot_be_is_refused(files, lines, code, name):
    assert files.refused("a.csv", f"{HEAD}{HEIR}{lines}", "parks")[code].value == name
