"""What is committed runs anywhere: no machine's paths, no registry's hosts, every import pinned, every pin used."""

import re
import sys
from functools import cache
from importlib.metadata import packages_distributions

from tests.conventions.project import ROOT, files, imports, product, relative

TEXT = {"", ".css", ".js", ".json", ".lock", ".md", ".po", ".py", ".sh", ".sql", ".toml", ".txt", ".yml", ".yaml"}
ELSEWHERE = {
    "a path of one machine": re.compile(r"(?<![\w.:/])/(?:root|work|opt|home|Users|tmp/\w)/"),
    "a registry's host": re.compile(r"registry\.\w+\.|pypi\.\w|pythonhosted\.|npmmirror\.|mirrors?\.\w+\."),
}
# Pins that the product imports nowhere itself.
UNSEEN = {
    "kaleido": "plotly writes pictures through it",
    "pyogrio": "geopandas reads and writes files through it",
}


def test_no_file_knows_a_machine_or_a_registry():
    wrong = [
        f"{relative(path)}:{number}: {name}"
        for path in files()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for name, pattern in ELSEWHERE.items()
        if pattern.search(line)
    ]
    assert not wrong, "name things relative to the project, and leave hosts to configuration:\n" + "\n".join(wrong)


def test_every_requirement_is_an_exact_pin():
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-npm.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        loose = [
            line for line in lines if line and line[0] not in "#-" and not re.fullmatch(r"[\w.\[\]-]+==[\w.]+", line)
        ]
        assert not loose, f"{name}: pin with == {loose}"


def test_every_library_imported_is_pinned():
    missing = sorted(imported() - pinned())
    assert not missing, f"pin in requirements.txt: {missing}"


def test_every_pin_is_imported_somewhere():
    unused = sorted(pinned() - imported() - set(UNSEEN))
    assert not unused, f"take out of requirements.txt, or say in UNSEEN who needs it: {unused}"


def pinned():
    """Return the distributions that requirements.txt pins, in the normal form of their names."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return {_normal(name) for name in re.findall(r"^([\w.-]+)(?:\[\w+\])?==", text, re.MULTILINE)}


@cache
def imported():
    """Return the distributions whose modules the product imports itself."""
    modules = {module.split(".")[0] for path in product() for module in imports(path)}
    distributions = packages_distributions()
    return {
        _normal(distributions.get(module, [module])[0])
        for module in modules - sys.stdlib_module_names - {"parkatlas", "pages"}
    }


def _normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()
