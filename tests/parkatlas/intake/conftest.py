"""Files made by the tests and read as people's files are: in a child process."""

import pytest

from parkatlas import intake
from parkatlas.errors import InputRefused

REGISTERS = intake.Registers(units=("龙塘镇", "源潭镇"), parks=("高新园", "物流园"), projects=("甲项目", "乙项目"))


class Reader:
    """Reads a file made on the spot and remembers its report."""

    def __init__(self, folder):
        self.folder = folder

    def read(self, name, content, kind="ledger", *, registers=REGISTERS, limits=None, **options):
        """Return the intake of a file with this content (text, bytes, or None: it is there already)."""
        path = self.folder / name
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return intake.read(
            intake.Offer(path, kind, name, intake.Options(**options)), registers, limits or intake.Limits()
        )

    def refused(self, *args, **options):
        """Return the errors of a file that must be refused, by code."""
        return {finding.code: finding for finding in self.every_error(*args, **options)}

    def every_error(self, *args, **options):
        """Return every error of a file that must be refused."""
        with pytest.raises(InputRefused) as caught:
            self.read(*args, **options)
        return caught.value.report.errors

    def projects(self, *args, **options):
        """Return the rows of a ledger."""
        return self.read(*args, **options).tables["projects"].to_pylist()


@pytest.fixture
def files(tmp_path):
    return Reader(tmp_path)
