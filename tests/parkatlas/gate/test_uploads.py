"""How much of people's files is held at once."""

from types import SimpleNamespace

from streamlit.runtime import Runtime

from parkatlas.gate import Refusal, Uploads
from parkatlas.gate.uploads import ENVELOPE, Budgets
from parkatlas.ui.serving import inside

SESSION = "12345678-1234-1234-1234-123456789abc"
PUT = {"type": "http", "method": "PUT", "path": f"/_stcore/upload_file/{SESSION}/{SESSION}", "headers": []}


def uploads(kept):
    return Uploads(Budgets(1, 1, 1), lambda: {SESSION: kept}, lambda _: True)


def test_nothing_more_is_taken_once_a_budget_is_used_up_not_even_an_empty_file():
    assert not isinstance(uploads(1024 * 1024).of(PUT), Refusal)
    refusal = uploads(1024 * 1024 + 1).of(PUT)
    assert (refusal.status, refusal.reason) == (413, "upload_full")


def test_an_empty_file_counts_for_its_name(monkeypatch):
    files = {"a": SimpleNamespace(data=b""), "b": SimpleNamespace(data=b"x" * (ENVELOPE + 1))}
    server = SimpleNamespace(uploaded_file_mgr=SimpleNamespace(file_storage={SESSION: files}))
    monkeypatch.setattr(Runtime, "instance", lambda: server)
    assert inside.kept_bytes() == {SESSION: 2 * ENVELOPE + 1}
