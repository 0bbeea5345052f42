"""The one Chromium that draws pictures: opened at the first, kept for the next, reopened when it died."""

import asyncio
import atexit
import contextlib
import threading
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

import kaleido
from kaleido.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError

from parkatlas.errors import PictureUnavailable

if TYPE_CHECKING:
    from collections.abc import Coroutine

_SECONDS_TO_OPEN = 30.0
_SECONDS_TO_DRAW = 60.0
# A proxy that nobody serves: whatever a figure might name, no request leaves the machine.
_NOWHERE = "http://127.0.0.1:9"
# What was being drawn is cancelled when the library's watchdog finds the browser dead.
_BROWSER_FAULTS = (ChromeNotFoundError, BrowserClosedError, BrowserFailedError, CancelledError, TimeoutError, OSError)


class Studio:
    """A Chromium and a thread in which it is spoken to; kaleido's own server would hang where its browser died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop = asyncio.new_event_loop()
        self._browser: kaleido.Kaleido | None = None
        threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True).start()
        atexit.register(self.close)

    def draw(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        """Return a figure as an image, one at a time for whoever asks.

        Raises PictureUnavailable where there is no Chromium, or it died or hangs; the next call tries a new one.
        """
        with self._lock:
            try:
                if self._browser is None:
                    self._browser = self._wait(self._open(), _SECONDS_TO_OPEN)
                return bytes(self._wait(self._browser.calc_fig(figure, opts=options), _SECONDS_TO_DRAW))
            except _BROWSER_FAULTS as error:
                self.close()
                raise PictureUnavailable("exports.no_browser") from error

    def close(self) -> None:
        """Close the browser, if one is open and still listens."""
        browser, self._browser = self._browser, None
        if browser is not None:
            with contextlib.suppress(*_BROWSER_FAULTS):
                self._wait(browser.close(), _SECONDS_TO_OPEN)

    async def _open(self) -> kaleido.Kaleido:
        # No TeX: its script would come from a content delivery network.
        browser = kaleido.Kaleido(mathjax=False, timeout=_SECONDS_TO_DRAW, proxy_server=_NOWHERE)
        await browser.open()
        return browser

    def _wait(self, task: "Coroutine[Any, Any, Any]", seconds: float) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(seconds)
