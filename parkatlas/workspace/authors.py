"""Who does something to a workspace, as its journal keeps it."""

import getpass
import os

from parkatlas import intake
from parkatlas.errors import NameRefused


def named(by: str) -> str:
    """Return the name of whoever does it, of the user of this machine for ""; raises NameRefused."""
    name = " ".join(by.split()) or _user()
    if fault := intake.fault_of_name(name):
        raise NameRefused(fault, intake.quoted(name))
    return name


def _user() -> str:
    """Return the user of this process, by number where the machine has no name for it, or none that one can be."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):
        name = ""
    return f"uid {os.getuid()}" if not name.strip() or intake.fault_of_name(name) else name
