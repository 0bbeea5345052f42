"""The one door through which data reach Streamlit's markdown: every character stands for itself."""

import re
from html import escape
from unicodedata import category

from parkatlas import direction

# CommonMark lets any ASCII punctuation be escaped; that disarms Streamlit's own signs too (:red[…], $…$). But once that
# is read, Streamlit looks through each piece of text for addresses, :names: and arrows (www.x, http://x, a@b, :smile:,
# ->, --, >=): a joint of such a thing becomes a piece of its own, which is neither seen nor copied.
_SIGN = re.compile(r"(?P<joint>[:@]|(?<=www)\.|(?<=[-<>~])[-=>])|[!-/:-@\[-`{-~]", re.IGNORECASE)
# Of an emoji that comes first pills and warnings make an icon; letters of Chinese begin none.
_MAYBE_ICON = re.compile("[^\x00-\x7f]|.[\ufe0f\u20e3]")
_LINE_ENDS = re.compile(r"[\t-\r\x1c-\x1e\x85\u2028\u2029]+")


def plain(value: object) -> str:
    """Return ``value`` so that markdown shows it verbatim, on one line."""
    words = direction.isolated(_LINE_ENDS.sub(" ", str(value)).strip())
    spelt = _SIGN.sub(_spelt, words)
    return f":color[{spelt}]" if _MAYBE_ICON.match(words) and category(words[0]) != "Lo" else spelt


def _spelt(sign: "re.Match[str]") -> str:
    return f":color[\\{sign[0]}]" if sign["joint"] else f"\\{sign[0]}"


def html(value: object) -> str:
    """Return ``value`` so that ``st.html`` shows it verbatim."""
    return escape(direction.isolated(str(value)))
