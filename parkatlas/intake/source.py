"""The file being read and what was decided about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from parkatlas.intake.notebook import Notebook
from parkatlas.intake.options import Limits, Options, Registers


@dataclass(frozen=True)
class Source:
    """One upload: ``path`` bears a name of our own, ``file_name`` is what people call it."""

    path: Path
    file_name: str
    options: Options
    book: Notebook
    limits: Limits
    ask_registers: Callable[[], Registers]

    @cached_property
    def registers(self) -> Registers:
        """The workspace's registers; asked for late, for the file before this one may still be stored."""
        return self.ask_registers()

    @property
    def ending(self) -> str:
        """The ending of the name people gave, in lower case, with its dot."""
        return Path(self.file_name).suffix.lower()
