"""Only plain files are read, and what is none is told at once."""

import os
import socket

import pytest

from parkatlas import intake
from parkatlas.errors import InputRefused
from parkatlas.intake import plain
from parkatlas.workspace import Workspace


def pipe(path):
    os.mkfifo(path)


def listening(path):
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(path))


def to(target):
    return lambda path: path.symlink_to(target)


OTHERS = {
    "a pipe": pipe, "a socket": listening, "a folder": os.mkdir, "a device": to("/dev/zero"),
    "a link to itself": to("u.csv"), "a link to nothing": to("nothing"),
}  # fmt: skip


@pytest.fixture(params=OTHERS)
def other(request, tmp_path, monkeypatch):
    """The path of something that is no plain file."""
    monkeypatch.chdir(tmp_path)
    OTHERS[request.param](tmp_path / "u.csv")
    return tmp_path / "u.csv"


def test_what_is_no_plain_file_is_not_opened(other):
    with pytest.raises(OSError, match=r"."):
        plain.opened(other)


def test_what_is_no_plain_file_is_refused_at_once(other):
    offer = intake.Offer(other, "units", "u.csv")
    with pytest.raises(InputRefused) as refused:
        intake.read(offer, intake.Registers(), intake.Limits(seconds=60))
    assert [finding.code for finding in refused.value.report.findings] == ["unreadable"]


def test_a_workspace_refuses_what_is_no_plain_file_and_stores_nothing(other, tmp_path):
    with Workspace.create(tmp_path / "W") as workspace:
        for take in (workspace.preview, workspace.import_file):
            with pytest.raises(InputRefused):
                take(intake.Offer(other, "units", "u.csv"))
        assert workspace.revision == 0
