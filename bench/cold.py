"""Cold: from the files to the table of intensity by park, ours and the peer's, each in a fresh process."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from bench import generate, regions
from bench.timing import Finding, fresh, in_turn, seconds

AIM = 0.5


def measure(sizes: tuple[generate.Size, ...], rounds: int) -> list[Finding]:
    """Return both times and their ratio at every size; the aim holds at a million. Raises where the results differ."""
    findings = []
    for size in sizes:
        boundaries, table = regions.files(size)
        with TemporaryDirectory(dir=regions.folder()) as name:
            folder = Path(name)

            def peer(folder: Path = folder, files: tuple[Path, Path] = (boundaries, table)) -> float:
                return seconds(lambda: fresh("peer", *files, folder / "peer.csv"))

            def ours(folder: Path = folder, files: tuple[Path, Path] = (boundaries, table)) -> float:
                shutil.rmtree(folder / "workspace", ignore_errors=True)
                return seconds(
                    lambda: fresh("ours", folder / "workspace", *files, generate.PERIOD, folder / "ours.csv")
                )

            taken = in_turn({"peer": peer, "ours": ours}, rounds)
            same(pd.read_csv(folder / "ours.csv"), pd.read_csv(folder / "peer.csv"))
        aim = AIM if size == generate.SIZES[-1] else None
        findings += [
            Finding(f"cold, {size.projects:,} projects: the peer", taken["peer"], unit="s"),
            Finding(f"cold, {size.projects:,} projects: ours", taken["ours"], unit="s"),
            Finding(f"cold, {size.projects:,} projects: ours ÷ peer", taken["ours"] / taken["peer"], aim, "×"),
        ]
    return findings


def same(ours: pd.DataFrame, peer: pd.DataFrame) -> None:
    """Compare our table with the peer's: the same parks, counts, sums (to 1e-9) and ratios.

    Ours are rounded to a millionth of 万元/亩.
    """
    ours, peer = ours.set_index("park_name").sort_index(), peer.set_index("园区").sort_index()
    if not np.allclose(ours["intensity_wan_per_mu"].fillna(0), peer["intensity"].fillna(0), rtol=1e-9, atol=1e-6):
        raise AssertionError("the intensities differ")
    pairs = {
        "project_count": "project_count",
        "measured_count": "measured_count",
        "land_mu": "land",
        "invested_wan": "invested",
    }
    if not ours.index.equals(peer.index):
        raise AssertionError("the parks differ")
    for mine, theirs in pairs.items():
        if not np.allclose(ours[mine].fillna(0), peer[theirs].fillna(0), rtol=1e-9, atol=0):
            raise AssertionError(f"{mine} differs")
