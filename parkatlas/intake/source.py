"""The file under the reader's hand and what was decided about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from parkatlas.intake.notebook import Notebook
from parkatlas.intake.options import Known, Limits, Options


@dataclass(frozen=True)
class Source:
    """One upload: ``path`` bears a name of our own, ``file_name`` is what people call it."""

    path: Path
    file_name: str
    options: Options
    book: Notebook
    limits: Limits
    ask_known: Callable[[], Known]

    @cached_property
    def known(self) -> Known:
        """What the workspace's registers hold; asked for late, for the file before this one may still be stored."""
        return self.ask_known()

    @property
    def ending(self) -> str:
        """The ending of the name people gave, in lower case, with its dot."""
        return Path(self.file_name).suffix.lower()
