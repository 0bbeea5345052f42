"""A queue: who comes first has the turn, the others learn how many are before them."""

from contextlib import ExitStack

import pytest

from parkatlas import turns


def test_the_first_have_their_turn_and_the_next_counts_those_before():
    queue = turns.Turns(2)
    with queue.queued() as first, queue.queued() as second, queue.queued() as third, queue.queued() as fourth:
        assert [ahead() for ahead in (first, second, third, fourth)] == [0, 0, 1, 2]
        assert queue.waiting == 2


def test_a_turn_comes_when_one_before_leaves():
    queue = turns.Turns(1)
    with ExitStack() as first:
        first.enter_context(queue.queued())
        with queue.queued() as second:
            assert second() == 1
            first.close()
            assert second() == 0


def test_who_waits_is_told_until_the_turn_comes():
    numbers, counts = iter([2, 1, 0]), []
    turns.wait(lambda: next(numbers), counts.append)
    assert counts == [2, 1]


def test_who_does_not_want_to_wait_leaves_the_queue():
    queue = turns.Turns(1)

    def leave(_):
        raise KeyboardInterrupt

    with queue.queued():
        with pytest.raises(KeyboardInterrupt), queue.queued() as ahead:
            turns.wait(ahead, leave)
        assert queue.waiting == 0
