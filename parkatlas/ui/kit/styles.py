"""Words of the catalogue and colours as variables of a style, for what is drawn by the browser alone."""

from collections.abc import Iterable, Mapping

from parkatlas.messages import text

# Texts about the connection, needed before the page's own styles: static/cut.css.
OF_THE_LINE = ("opening", "cut", "restoring", "unsure", "gone")


def say(names: Iterable[str], **values: object) -> str:
    """Return the words of the catalogue, ``pages.say_<name>``, as variables of a style."""
    return variables({f"say-{name}": f'"{text(f"pages.say_{name}", **values)}"' for name in names})


def variables(values: Mapping[str, str]) -> str:
    """Return values as variables of a style."""
    return "".join(f"--{name}: {value};" for name, value in values.items())
