"""Limits of a question: its time, and the memory and processor cores of all."""

import dataclasses

import pytest

from parkatlas import queries, refusals
from parkatlas.errors import MemoryShort, QueryTooSlow
from parkatlas.workspace import Workspace, database, settings

ENDLESS = "select count(*) from range(1000000) a, range(1000000) b, range(1000000) c where a.range + b.range > c.range"
LARGE = "select list(range) as numbers from range(200_000_000)"


@pytest.fixture
def asking(workspace, monkeypatch):
    """A function: what the workspace answers to a statement under these limits."""

    def ask(sql, **limits):
        query = dataclasses.replace(next(iter(queries.load_all().values())), sql=sql)
        monkeypatch.setattr(queries, "find", lambda _: dataclasses.replace(query, params=()))
        chosen = settings.QueryLimits.model_construct(**limits)
        workspace.settings = workspace.settings.model_copy(update={"queries": chosen})
        return workspace.ask("any")

    return ask


def test_a_query_that_takes_too_long_is_stopped_alone(asking):
    with pytest.raises(QueryTooSlow) as stopped:
        asking(ENDLESS, seconds=0.2)
    assert "0.2" in refusals.explain(stopped.value)
    assert len(asking("select 1 as one", seconds=30)) == 1


def test_a_fault_of_a_question_in_time_stays_what_it_is(asking):
    with pytest.raises(Exception, match="no_such_table"):
        asking("select * from no_such_table", seconds=30)


def test_a_question_beyond_the_memory_is_a_plain_sentence(directory):
    path = directory / settings.FILE
    path.write_text("[queries]\nmemory_limit_mb = 256\nthreads = 1\n", encoding="utf-8")
    with Workspace(directory) as workspace, pytest.raises(MemoryShort) as short, workspace._cursor() as cursor:
        cursor.execute(LARGE).fetchall()
    assert "memory_limit_mb" in refusals.explain(short.value)


def test_the_engine_takes_its_limits_and_keeps_its_doors_shut():
    with database.connect(limits=settings.QueryLimits(memory_limit_mb=1000, threads=1).engine) as connection:
        names = ("threads", "memory_limit", "enable_external_access")
        answer = connection.execute("select " + ", ".join(f"current_setting('{name}')" for name in names))
        assert answer.fetchone() == (1, "953.6 MiB", False)
