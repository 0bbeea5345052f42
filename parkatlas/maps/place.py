"""A place on the map that can be chosen, as the map's scripts and addresses name it."""

from typing import Literal, NamedTuple, Self, get_args

Kind = Literal["park", "project", "obstacle"]


class Place(NamedTuple):
    """A park, a project or an obstacle, by its id."""

    kind: Kind
    id: str

    @classmethod
    def read(cls, words: object) -> Self | None:
        """Return the place that ``park:P1`` names; None for anything else: an address is typed by people."""
        kind, _, name = (words if isinstance(words, str) else "").partition(":")
        return cls(kind, name) if kind in get_args(Kind) and name else None  # type: ignore[arg-type]

    @property
    def words(self) -> str:
        """The place as scripts and addresses name it."""
        return f"{self.kind}:{self.id}"
