"""The one door through which data reach Streamlit's markdown: every character stands for itself."""

import re

# CommonMark lets any ASCII punctuation be escaped; that disarms Streamlit's own signs too (:red[…], :material/…:, $…$).
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(value: object) -> str:
    """Return ``value`` so that markdown shows it verbatim, on one line."""
    return _PUNCTUATION.sub(r"\\\1", re.sub(r"\s+", " ", str(value)))
