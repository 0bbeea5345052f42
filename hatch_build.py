"""What building a wheel asks of this tree: its requirements, and the map's scripts, built before they are packed."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class Requirements(MetadataHookInterface):
    """Takes the requirements from requirements.txt, where they are pinned."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Add them to the project's metadata."""
        lines = (Path(self.root) / "requirements.txt").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("#")]


class Assets(BuildHookInterface[Any]):
    """Builds static/vendor, or fails: an installation without it would show blank maps."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own signature
        """Fetch what the package lock names, unless it is there; without npm this raises FileNotFoundError."""
        sys.path.insert(0, self.root)
        from parkatlas import assets  # noqa: PLC0415 - found only now

        assets.build()
