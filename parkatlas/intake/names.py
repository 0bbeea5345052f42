"""What a name that a person gives may be: of a file, of a layer, of whoever takes a file in."""

from parkatlas.intake.ceilings import NAME_LONGEST
from parkatlas.intake.quoting import has_invisible, is_text


def fault_of(name: str) -> str:
    """Return the code of what is wrong with a name, "" where nothing is: no text at all, controls, too long."""
    if not is_text(name):
        return "not_text"
    if has_invisible(name):
        return "invisible"
    return "name_too_long" if len(name) > NAME_LONGEST else ""
