"""A page described before it is drawn: its finding, its figures, and its blocks in the order in which they are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

    from parkatlas.columns import Column
    from parkatlas.words import Caption
    from parkatlas.words.sentences import KeyFigure

# What may be chosen on a page, by the choice's name; the first one counts where nobody chooses.
Offers = Mapping[str, Sequence[object]]


@dataclass(frozen=True)
class Question:
    """The question that a block's rows answer: a query and its parameters; no query for rows made by the page."""

    query: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Chart:
    """A chart: ``draw(rows, *more, title=…, dark=…, large=…)`` makes its figure; nothing is shown of no rows.

    ``finding`` says what it shows, and stands over it; ``columns`` are those of its table, all but ids where
    none is named; those that the catalogue does not hold bring their labels.
    """

    key: str
    caption: "Caption"
    rows: "pd.DataFrame"
    draw: "Callable[..., Figure]"
    finding: str = ""
    more: tuple[Any, ...] = ()
    question: Question = Question()
    columns: "tuple[str, ...] | Mapping[str, Column]" = ()

    def figure(self, *, dark: bool = False, large: bool = False) -> "Figure":
        """Draw it, light or dark, for a desk or for the back of a meeting room."""
        return self.draw(self.rows, *self.more, title=self.finding, dark=dark, large=large)


@dataclass(frozen=True)
class Table:
    """A table: rows as they are shown, in the order of ``columns``, and ``whole`` for a file: every row and column.

    ``sentence`` says what the rows show, ``note`` is a remark; both stand under the title. ``nothing`` is said
    where there are no rows, ``is_too_long`` tells that a workbook can't hold the whole. ``metric`` is the one that its
    values count in, where it tells of one.
    """

    key: str
    caption: "Caption"
    rows: "pd.DataFrame"
    columns: "Mapping[str, Column]"
    whole: "Callable[[], pd.DataFrame]"
    note: str = ""
    is_too_long: bool = False
    question: Question = Question()
    metric: str = ""
    nothing: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Text:
    """A sentence among the blocks: a part, heading, label, finding, note, prose or warning, with an icon's name."""

    words: str
    kind: str = "note"
    icon: str = ""
    key: str = ""


@dataclass(frozen=True)
class Listing:
    """Sentences under a title, the weightiest first, each of one of the rows; ``note`` says how they came about."""

    key: str
    caption: "Caption"
    sentences: tuple[str, ...]
    rows: "pd.DataFrame"
    question: Question = Question()
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known of one thing: labels and values as people read them, and the row that they come from.

    ``note`` is a remark under the title.
    """

    key: str
    caption: "Caption"
    pairs: tuple[tuple[str, str], ...]
    row: "pd.Series[Any]"
    question: Question = Question()
    note: str = ""


@dataclass(frozen=True)
class Scene:
    """A map, described by the rows of what it shows."""

    key: str
    caption: "Caption"
    rows: "pd.DataFrame"
    columns: "Mapping[str, Column]"
    question: Question = Question()


@dataclass(frozen=True)
class Pair:
    """Blocks side by side, ``widths`` to each other."""

    left: "tuple[Block, ...]"
    right: "tuple[Block, ...]"
    widths: tuple[int, int] = (1, 1)


@dataclass(frozen=True)
class Group:
    """Blocks in a slot of their own, kept where there are none, so that the blocks below keep their slots."""

    blocks: "tuple[Block, ...]"
    key: str = ""


@dataclass(frozen=True)
class Choice:
    """Where the page lets people choose what the sheet speaks of; nothing that leaves it."""

    key: str


Block = Chart | Table | Text | Listing | Facts | Scene | Pair | Group | Choice


@dataclass(frozen=True)
class Sheet:
    """What a page says: ``lacks`` names what has to be there first, "" where there is enough to speak of."""

    page: str
    caption: "Caption"
    finding: str = ""
    figures: "tuple[KeyFigure, ...]" = ()
    blocks: tuple[Block, ...] = ()
    lacks: str = ""


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the blocks one after the other, those of pairs and groups too."""
    singles: list[Block] = []
    for block in blocks:
        match block:
            case Pair():
                singles += flat((*block.left, *block.right))
            case Group():
                singles += flat(block.blocks)
            case _:
                singles.append(block)
    return singles
