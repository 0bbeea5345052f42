"""The file under the reader's hand and what was decided about it."""

from dataclasses import dataclass
from pathlib import Path

from parkatlas.intake.notebook import Notebook
from parkatlas.intake.options import Known, Limits, Options


@dataclass(frozen=True)
class Source:
    """One upload: ``path`` bears a name of our own, ``file_name`` is what people call it."""

    path: Path
    file_name: str
    options: Options
    known: Known
    book: Notebook
    limits: Limits

    @property
    def ending(self) -> str:
        """The ending of the name people gave, in lower case, with its dot."""
        return Path(self.file_name).suffix.lower()
