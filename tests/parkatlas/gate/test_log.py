"""What the server writes down of errors that nobody foresaw."""

import logging

from parkatlas.ui.serving.serve import Sparing


def test_an_error_provoked_again_and_again_does_not_fill_the_disk():
    sparing = Sparing(rate=0.1, burst=3)
    fault = logging.LogRecord("parkatlas", logging.ERROR, "", 0, "unforeseen", (), (OSError, OSError(), None))
    told = logging.LogRecord("parkatlas", logging.WARNING, "", 0, "told", (), None)
    assert [sparing.filter(fault) for _ in range(5)] == [True, True, True, False, False]
    assert sparing.filter(told)
