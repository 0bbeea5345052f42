"""A file that was checked is stored as it was read then, and read again where anything about it has changed."""

from dataclasses import replace
from datetime import date

import pytest

from parkatlas import intake
from parkatlas.errors import InputRefused
from parkatlas.filetypes import KINDS
from parkatlas.workspace import checked, rows
from tests.parkatlas.workspace import making


@pytest.fixture
def readings(monkeypatch):
    """The names of the files that are read, one by one."""
    names, reading = [], intake.reading
    monkeypatch.setattr(intake, "reading", lambda offer, *rest: names.append(offer.file_name) or reading(offer, *rest))
    return names


@pytest.fixture
def march(tmp_path):
    return making.offer("ledger", making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1)), "2026-03")


def test_the_rows_checked_are_the_rows_stored_without_a_second_reading(workspace, march, readings):
    seen = workspace.preview(march)
    receipt = workspace.import_file(march)
    kept = rows.read(workspace.directory, workspace.journal.entries()[-1]["rows"])
    assert readings == ["3.csv"]
    assert receipt.report == seen.report
    assert kept["projects"].equals(seen.tables["projects"])
    assert not workspace.check()


def test_the_same_bytes_from_another_place_are_not_read_again(workspace, march, readings, tmp_path):
    workspace.preview(march)
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_bytes(march.path.read_bytes())
    workspace.import_file(replace(march, path=elsewhere))
    assert readings == ["3.csv"]


def test_a_shapefile_is_known_by_all_its_parts(workspace, readings, tmp_path):
    parts = making.shapefile(tmp_path / "p.shp", "北园")
    offer = intake.Offer(parts[0], "parks", "p.shp")
    workspace.preview(offer)
    making.shapefile(tmp_path / "p.shp", "南园")
    workspace.import_file(offer)
    assert readings == ["p.shp", "p.shp"]
    assert workspace.ask("parks")["park_name"].tolist() == ["南园"]


def test_a_file_that_has_changed_is_read_again(workspace, march, readings):
    workspace.preview(march)
    making.ledger(march.path, ("纸厂", "甲镇", "东园", 1, 77))
    workspace.import_file(march)
    assert readings == ["3.csv", "3.csv"]
    assert workspace.ask("projects").set_index("project_id")["planned_fai_wan"]["纸厂"] == 77


@pytest.mark.parametrize("choice", [{"mapping": {"land_mu": "用地面积(亩)"}}, {"period": date(2026, 4, 30)}])
def test_a_file_is_read_again_under_other_choices(workspace, march, readings, choice):
    workspace.preview(march)
    workspace.import_file(replace(march, options=replace(march.options, **choice)))
    assert readings == ["3.csv", "3.csv"]


def test_a_file_is_read_again_under_another_name(workspace, march, readings):
    workspace.preview(march)
    workspace.import_file(replace(march, file_name="4.csv"))
    assert readings == ["3.csv", "4.csv"]


def test_a_file_is_read_again_when_the_registers_changed(workspace, march, readings, tmp_path):
    workspace.preview(march)
    making.take(workspace, "units", making.rows(tmp_path / "u.csv", ("单位名称",), ("甲镇",), ("丙镇",)))
    workspace.import_file(march)
    assert readings == ["3.csv", "u.csv", "3.csv"]


def test_a_file_that_is_gone_is_refused_though_it_was_checked(workspace, march):
    workspace.preview(march)
    march.path.unlink()
    with pytest.raises(InputRefused):
        workspace.import_file(march)


@pytest.mark.parametrize("bound", ["MOST_FILES", "MOST_BYTES"])
def test_only_so_many_checked_files_are_kept(workspace, march, monkeypatch, bound):
    workspace.preview(march)
    monkeypatch.setattr(checked, bound, 1)
    workspace.preview(replace(march, file_name="4.csv"))
    kept = [words[1] for words, _ in workspace._checked._kept]
    assert kept == {"MOST_FILES": ["4.csv"], "MOST_BYTES": []}[bound]


def test_what_is_stored_is_kept_no_longer(workspace, march):
    workspace.preview(march)
    workspace.import_file(march)
    assert not workspace._checked._kept


def change_when_read(monkeypatch, turn, change):
    """Let ``change`` come between the beginning of an import and its reading of that number."""
    reading, begun = intake.reading, []

    def later(offer, *rest):
        begun.append(offer)
        if len(begun) == turn:
            change()
        return reading(offer, *rest)

    monkeypatch.setattr(intake, "reading", later)


def rows_and_rows_of_the_original(workspace):
    """Return the rows that were stored last and those that the kept original gives."""
    entry = workspace.journal.entries()[-1]
    main = KINDS[entry["kind"]].table
    return rows.read(workspace.directory, entry["rows"])[main], workspace._replay.read_original(entry).tables[main]


def test_a_file_rewritten_while_it_is_taken_in_is_kept_as_read(workspace, march, monkeypatch):
    change_when_read(monkeypatch, 1, lambda: making.ledger(march.path, ("纸厂", "甲镇", "东园", 1, 77)))
    workspace.import_file(march)
    stored, kept = rows_and_rows_of_the_original(workspace)
    assert stored.equals(kept)
    assert stored["planned_fai_wan"].to_pylist() == [1]


def test_parts_rewritten_while_they_are_taken_in_are_kept_as_read(workspace, monkeypatch, tmp_path):
    parts = making.shapefile(tmp_path / "p.shp", "北园")
    change_when_read(monkeypatch, 1, lambda: making.shapefile(tmp_path / "p.shp", "南园"))
    workspace.import_file(intake.Offer(parts[0], "parks", "p.shp"))
    stored, kept = rows_and_rows_of_the_original(workspace)
    assert stored.equals(kept)
    assert stored["park_name"].to_pylist() == ["北园"]


def test_a_file_rewritten_before_it_is_read_again_is_kept_as_read(workspace, march, monkeypatch, tmp_path):
    workspace.preview(march)
    making.take(workspace, "units", making.rows(tmp_path / "u.csv", ("单位名称",), ("甲镇",), ("丙镇",)))
    change_when_read(monkeypatch, 1, lambda: making.ledger(march.path, ("纸厂", "甲镇", "东园", 1, 77)))
    workspace.import_file(march)
    stored, kept = rows_and_rows_of_the_original(workspace)
    assert stored.equals(kept)
    assert stored["planned_fai_wan"].to_pylist() == [1]


def test_a_refused_copy_is_named_as_its_file_is(workspace, tmp_path):
    wrong = making.offer("ledger", making.ledger(tmp_path / "w.csv", ("坏", "甲镇", "东园", 10, "很多")), "2026-03")
    with pytest.raises(InputRefused) as refused:
        workspace.import_file(wrong)
    assert {finding.file for finding in refused.value.report.findings} == {"w.csv"}
