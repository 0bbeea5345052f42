"""Bounds of reading: what one file may hold, how much is said of it, how many are read at once, and for how long."""

import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

import pytest

from parkatlas import intake
from parkatlas.intake import ceilings, isolation, registers
from parkatlas.intake.notebook import Notebook, Refused
from parkatlas.intake.source import Source
from tests.parkatlas.intake.making import geojson, square

pytestmark = pytest.mark.usefixtures("children_proper")


@pytest.fixture
def refused_within(tmp_path, monkeypatch):
    """A function: the finding that ends the reading of parks where one ceiling is lowered to ``most``."""

    def read(ceiling, most, content, name="a.geojson"):
        monkeypatch.setitem(ceilings.MOST, ceiling, most)
        (tmp_path / name).write_text(content, encoding="utf-8")
        no_units = lambda: intake.Registers(units=())  # noqa: E731 - a word for it would say no more
        source = Source(tmp_path / name, name, intake.Options(), Notebook(name), intake.Limits(), no_units)
        with pytest.raises(Refused):
            registers.read(source, "parks", outlines_needed=True)
        return source.book.findings[-1]

    return read


TWO = geojson(square(117, 31, 园区="甲"), square(118, 31, 园区="乙"))


@pytest.mark.parametrize(
    ("ceiling", "most", "count"), [("features", 1, 2), ("vertices", 9, 10), ("columns", 0, 1), ("registered", 1, 2)]
)
def test_a_boundary_file_beyond_a_ceiling_is_refused_with_both_numbers(refused_within, ceiling, most, count):
    finding = refused_within(ceiling, most, TWO)
    assert (finding.code, finding.details) == (f"too_many_{ceiling}", {"count": count, "most": most})
    assert str(most) in finding.message
    assert finding.cure


def test_a_table_of_too_many_columns_is_refused(files):
    headers = ",".join(f"列{number}" for number in range(ceilings.MOST["columns"]))
    assert files.refused("a.csv", f"项目,{headers}\n甲{',' * 500}\n")["too_many_columns"].details["count"] == 501


def test_the_same_outline_many_times_is_refused_before_any_pair_is_computed(files):
    copies = [square(117, 31, 园区=f"园{number}") for number in range(1002)]
    assert files.refused("a.geojson", geojson(*copies), "parks")["too_many_meeting"].details["most"] == 500_000


def test_every_ceiling_says_what_is_the_matter_and_how_to_mend_it():
    for ceiling in ceilings.MOST:
        finding = intake.Finding("error", f"too_many_{ceiling}", details={"count": 2, "most": 1})
        assert finding.message
        assert finding.cure


def test_two_hundred_findings_of_a_kind_are_kept_and_the_rest_counted():
    book = Notebook("a.csv")
    for row in range(1, 1434 + 1):
        book.add("error", "shape_broken", row=row, reason="x")
    book.add("error", "negative", row=1)
    records = book.to_records()
    assert [record["code"] for record in records] == ["shape_broken"] * 200 + ["left_out", "negative"]
    assert "1,234" in str(intake.Report.from_records("a.csv", records).errors[200])


def test_findings_of_several_columns_are_counted_together():
    whole = Notebook("a.csv")
    for part in (Notebook("a.csv"), Notebook("a.csv")):
        for _ in range(150):
            part.add("warning", "negative")
        whole.take_over(part)
    assert whole.left_out == {("warning", "negative"): 100}
    assert len(whole.findings) == 200


def test_a_file_of_many_faults_has_a_short_report(files):
    rows = "".join(f"P{number // 2},项目{number}\n" for number in range(2000))
    errors = files.every_error("a.csv", "项目编号,项目\n" + rows)
    assert [error.code for error in errors] == ["duplicate"] * 200 + ["left_out"]
    assert errors[-1].details["count"] == 800


def test_a_long_value_is_cut_between_characters():
    book = Notebook("a.csv")
    book.add("error", "negative", value="e\u0301" * 150, column="列" * 300, nearest=["园" * 300])
    [finding] = book.findings
    assert finding.value == "e\u0301" * 100 + "…"
    assert finding.column == "列" * 200 + "…"
    assert finding.details["nearest"] == ["园" * 200 + "…"]


def test_a_list_in_a_message_names_thirty_and_counts_all():
    finding = intake.Finding("note", "columns_left_out", details={"headers": [f"列{n}" for n in range(40)]})
    assert "列29" in finding.message
    assert "列30" not in finding.message
    assert "40" in finding.message


def test_names_of_two_hundred_characters_are_taken_and_longer_ones_refused(files):
    assert len(files.projects("a.csv", f"项目\n{'长' * 200}\n")) == 1
    finding = files.refused("a.csv", f"项目\n甲\n{'长' * 201}\n")["name_too_long"]
    assert (finding.row, finding.column, finding.value) == (3, "项目", "长" * 200 + "…")


def test_a_text_longer_than_a_cell_can_be_is_refused(files):
    text = "项目,地址\n甲," + "路" * 32_768 + "\n"
    assert files.refused("a.csv", text)["text_too_long"].column == "地址"


@pytest.mark.parametrize("control", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\ufeff", "\x07"])
def test_controls_that_nobody_sees_are_refused_with_place_and_escape(files, control):
    finding = files.refused("a.csv", f"项目,产业\n甲,陶瓷\n乙{control}丙,陶瓷\n")["invisible"]
    assert (finding.row, finding.column, finding.value) == (3, "项目", f"乙\\u{ord(control):04X}丙")
    assert finding.cure


def test_controls_in_the_name_of_a_file_or_a_layer_are_refused(files):
    assert files.refused("a\u202ecsv.csv", "项目\n甲\n")["invisible"].file == "a\\u202Ecsv.csv"
    layer = geojson(square(117, 31))
    assert "invisible" in files.refused("a.geojson", layer, "layers", layer_name="红\u2066线")


def test_half_a_surrogate_pair_in_a_boundary_file_is_refused(files):
    broken = json.dumps(json.loads(geojson(square(117, 31, 园区="甲")))).replace("\\u7532", "\\ud83d")
    assert list(files.refused("a.geojson", broken, "parks")) == ["file_broken"]


@pytest.fixture
def offered(files):
    """A ledger of one project, as a person offers it, and what the person is told while it waits."""
    (files.folder / "a.csv").write_text("项目\n甲\n", encoding="utf-8")
    numbers = []
    return intake.Offer(files.folder / "a.csv", "ledger", "a.csv", on_wait=numbers.append), numbers


def test_the_third_file_is_begun_when_one_of_two_is_read(offered):
    begin = partial(isolation.reading, offered[0], intake.Limits())
    with begin() as first, begin() as second, begin() as third:
        assert intake.waiting() == 1
        for finish in (first, second, third):
            assert finish(intake.Registers()).tables["projects"].num_rows == 1
            assert intake.waiting() == 0


def test_two_children_at_most_run_at_once(offered):
    begin = partial(isolation.reading, offered[0], intake.Limits())
    others = _children()  # servers of other tests in this process
    with begin(), begin(), begin(), begin():
        assert len(_children() - others) == 2
        assert intake.waiting() == 2


def test_a_waiting_offer_hears_how_many_are_read_first(offered, monkeypatch):
    offer, numbers = offered
    begin = partial(isolation.reading, offer, intake.Limits())
    monkeypatch.setattr(isolation.turns.time, "sleep", lambda _: first.close())
    with ExitStack() as first:
        for _ in range(2):
            first.enter_context(begin())
        with begin() as third:
            third(intake.Registers())
    assert numbers == [1]


# A pipe is refused before a child begins; here it is handed to one, which then waits for words.
READER = """
import os, sys
from pathlib import Path
from parkatlas import intake
from parkatlas.intake import plain
os.mkfifo(sys.argv[1])
plain.opened = lambda path: open(os.devnull, "rb")
with intake.reading(intake.Offer(Path(sys.argv[1]), "ledger", "a.csv"), intake.Limits()):
    print("begun", flush=True)
    input()
"""


def test_the_reader_ends_with_the_process_that_began_it(tmp_path):
    pipe = tmp_path / "never-written.csv"
    command = [sys.executable, "-c", READER, str(pipe)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        parent.stdout.readline()
        writer = _eventually(lambda: os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))  # the child reads from it by now
        [child] = [pid for pid in _running() if _stat(pid)[1] == parent.pid]
        parent.kill()
    _eventually(lambda: child not in _running())
    os.close(writer)


def _eventually(ask):
    """Return what ``ask`` returns, as soon as it is more than nothing and no system's error."""
    while True:
        with suppress(OSError):
            if answer := ask():
                return answer
        time.sleep(0.01)


def _children():
    return {pid for pid in _running() if _stat(pid)[1] == os.getpid()}


def _running():
    return [pid for path in Path("/proc").glob("[0-9]*") if _stat(pid := int(path.name))[0] not in "ZX"]


def _stat(pid):
    """Return a process's state and its parent; X and 0 of one that is gone."""
    try:
        state, parent = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[:2]
    except OSError:
        return "X", 0
    return state, int(parent)


def test_a_reader_whose_parent_is_gone_already_reads_nothing(tmp_path):
    request = {"kind": "ledger", "file_name": "a.csv", "limits": {}, "options": {}, "parent": 1}
    (tmp_path / "request.json").write_text(json.dumps(request), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "parkatlas.intake.child", str(tmp_path)], check=False)
    assert done.returncode == 1
    assert not (tmp_path / "findings.json").exists()


def test_a_number_of_more_digits_than_a_number_has_is_refused(files):
    finding = files.refused("a.csv", f"项目,总投资\n甲,1\n乙,{'9' * 400}\n")["not_a_number"]
    assert (finding.row, finding.value) == (3, "9" * 200 + "…")
