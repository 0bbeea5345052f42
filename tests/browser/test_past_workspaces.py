"""Workspaces of past releases are served as today's are."""

import shutil

import pytest

from tests.parkatlas.workspace.test_upgrade import PAST


@pytest.mark.parametrize("packed", PAST[:1], ids=lambda path: path.stem)
def test_a_past_workspace_is_served_with_its_projects(packed, tmp_path, serve, open_page):
    shutil.unpack_archive(packed, tmp_path / "W")
    page = open_page("/project-card", on=serve(tmp_path / "W"))
    assert page.get_by_text("玻璃厂").count()
