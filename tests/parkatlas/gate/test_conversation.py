"""On its socket a client says what pages need, at a person's pace; all else is dropped or ends the talk."""

import pytest

from parkatlas.gate import Sockets, Uploads
from parkatlas.gate.answers import Refusal
from parkatlas.gate.buckets import Bucket
from parkatlas.gate.messages import LARGEST, Conversation
from parkatlas.gate.uploads import Budgets
from tests.parkatlas.gate.running import run

ID = "12345678-1234-1234-1234-123456789abc"


def heard(*messages, rate=1e9):
    """Return what the application hears of a client's messages, whose bytes are their kinds, and what it is sent."""
    sent, coming = (
        [],
        iter([*({"type": "websocket.receive", "bytes": content} for content in messages), {"type": "end"}]),
    )

    async def receive():
        return next(coming)

    async def send(message):
        sent.append(message)

    async def talk():
        buckets = Bucket(rate, 1e9), Bucket(1e9, 1e9)
        conversation = Conversation(receive, send, lambda content: content.decode() or None, buckets)
        passed = []
        while (message := await conversation.receive())["type"] == "websocket.receive":
            passed.append(message["bytes"].decode())
        return passed

    return run(talk()), [message.get("code") for message in sent]


def test_messages_that_pages_send_pass():
    kinds = ["rerun_script", "stop_script", "app_heartbeat"]
    assert heard(*map(str.encode, kinds)) == (kinds, [])


NEVER_SAID = ("clear_cache", "set_run_on_save", "load_git_info", "debug_shutdown_runtime", "new_kind")


@pytest.mark.parametrize("kind", NEVER_SAID)
def test_messages_that_pages_never_send_are_dropped(kind):
    assert heard(kind.encode(), b"rerun_script") == (["rerun_script"], [])


def test_a_malformed_or_oversized_message_ends_the_conversation():
    assert heard(b"", b"rerun_script")[1] == [1002]
    assert heard(b"x" * (LARGEST + 1), b"rerun_script")[1] == [1009]


def test_an_empty_bucket_makes_its_caller_wait():
    clock = iter([0.0] * 8)
    bucket = Bucket(rate=2, burst=2, clock=lambda: next(clock))
    assert [bucket.take() for _ in range(3)] == [0, 0, 0.5]


def test_too_many_sockets_of_one_address_are_refused_until_one_closes():
    sockets = Sockets(most=5, most_per_address=1)
    with sockets.enter({"client": ("10.0.0.1", 1)}):
        assert isinstance(sockets.enter({"client": ("10.0.0.1", 2)}), Refusal)
        assert not isinstance(sockets.enter({"client": ("10.0.0.2", 1)}), Refusal)
    assert not isinstance(sockets.enter({"client": ("10.0.0.1", 3)}), Refusal)


def uploaded(length, *, held_bytes=0, is_open=True, path=f"/_stcore/upload_file/{ID}/{ID}"):
    uploads = Uploads(Budgets(1, 2, 3), lambda: {ID: held_bytes}, lambda _: is_open)
    headers = [(b"content-length", str(length).encode())]
    answer = uploads.of({"path": path, "method": "PUT", "headers": headers})
    return answer.reason if isinstance(answer, Refusal) else "taken"


def test_a_file_is_held_against_its_visit_and_all_budgets():
    assert uploaded(1 << 20) == "taken"
    assert uploaded(2 << 20) == "upload_full"
    assert uploaded(1 << 20, held_bytes=(1 << 20) + 1) == "upload_full"
    assert uploaded(1, is_open=False) == "no_visit"
