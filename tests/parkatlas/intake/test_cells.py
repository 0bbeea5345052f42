"""Cells of a text table read as whole columns: the short ways give what the exact readers give."""

import pyarrow as pa
import pytest

from parkatlas.intake import cells, encodings, values


@pytest.mark.parametrize("text", ["12", "-3.5", ".5", "5.", "007", "1234567890123456789", "0.1"])
def test_a_column_of_plain_numbers_reads_as_the_exact_reader_does(text):
    numbers, others = cells.split_numbers(pa.array([text, ""]))
    assert (numbers.to_pylist(), others) == ([values.number(text), None], None)


@pytest.mark.parametrize("text", ["1e3", "1.2.3", "--1", "2024-05", "-", "nan", " 5"])
def test_one_odd_cell_leaves_its_column_to_the_exact_readers(text):
    _, others = cells.split_numbers(pa.array(["12", text]))
    assert others is not None
    assert others.to_pylist()[0] is None


@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "\u1680", "\u2003", "\u2028", "\u202f", "\u205f", "\u3000"])
def test_white_space_of_any_script_is_trimmed(space):
    assert cells.trim(pa.array([f"{space}甲{space}", "乙"])).to_pylist() == ["甲", "乙"]


def test_texts_without_white_space_are_not_copied():
    texts = pa.array(["甲园", "A-1"])
    assert cells.trim(texts) is texts


@pytest.mark.parametrize(("raw", "name"), [("甲".encode(), "utf-8"), ("园区台账项目名称".encode("gb18030"), "gb18030")])
def test_strict_utf_8_is_told_from_other_bytes(raw, name):
    assert encodings.guess(raw) == name
