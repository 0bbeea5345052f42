"""Many readers at once get whole answers, also while an import runs."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from parkatlas.workspace import Workspace
from tests.parkatlas.workspace import making


def test_eight_readers_see_the_state_before_or_after_an_import_only(workspace, tmp_path):
    lines = [(f"厂{number}", "甲镇", "东园", 1, 100) for number in range(50)]
    file = making.ledger(tmp_path / "3.csv", *lines)

    def read(_):
        seen = set()
        for _ in range(25):
            row = workspace.ask("overview_totals", as_of=date(2026, 3, 31)).iloc[0]
            seen.add((row["project_count"], row["land_mu"], row["invested_wan"]))
        return seen

    with ThreadPoolExecutor(9) as pool:
        importing = pool.submit(making.take, workspace, "ledger", file, "2026-03")
        seen = set().union(*pool.map(read, range(8)))
    assert importing.result().row_count == 50
    assert seen <= {(2, 20, 2500), (52, 70, 7500)}
    assert workspace.ask("overview_totals").iloc[0]["project_count"] == 52


def test_eight_readers_each_get_their_own_answer(workspace):
    def read(threshold):
        return [workspace.ask("overview_totals", threshold=threshold).iloc[0]["reached_count"] for _ in range(20)]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(read, [40.0, 60.0, 150.0, 300.0] * 2))
    assert answers == [[2] * 20, [1] * 20, [1] * 20, [0] * 20] * 2


def test_imports_at_the_same_time_queue_up(workspace, tmp_path):
    files = [making.ledger(tmp_path / f"{month}.csv", (f"厂{month}", "甲镇", "东园", 1, 1)) for month in (3, 4, 5)]
    with ThreadPoolExecutor(3) as pool:
        receipts = list(pool.map(lambda file: making.take(workspace, "ledger", file, f"2026-0{file.stem}"), files))
    assert sorted(receipt.import_id for receipt in receipts) == [5, 6, 7]
    assert len(workspace.journal.entries()) == 7


def test_a_workspace_is_closed_when_the_change_under_way_is_made(directory, tmp_path, monkeypatch):
    workspace = Workspace(directory)
    count, storing, close_asked = workspace.revision, threading.Event(), threading.Event()
    store = Workspace._store

    def slow(*parts):
        storing.set()
        close_asked.wait(10)
        return store(*parts)

    monkeypatch.setattr(Workspace, "_store", slow)
    file = making.ledger(tmp_path / "3.csv", ("纸厂", "甲镇", "东园", 1, 1))
    with ThreadPoolExecutor(1) as pool:
        taken = pool.submit(making.take, workspace, "ledger", file, "2026-03")
        assert storing.wait(60)
        workspace.at_close(close_asked.set)
        workspace.close()
        assert taken.result(60).row_count == 1
    with Workspace(directory) as again:
        assert again.revision == count + 1


def test_the_lock_is_released_even_where_closing_fails(directory, monkeypatch):
    workspace = Workspace(directory)
    real = workspace._connection
    monkeypatch.setattr(workspace, "_connection", type("Busy", (), {"close": lambda _: 1 / 0})())
    with pytest.raises(ZeroDivisionError):
        workspace.close()
    real.close()
    Workspace(directory).close()
