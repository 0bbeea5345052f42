"""Open the demo region, or a historic case, as a workspace: its files taken in as a county would send them."""

from pathlib import Path

from parkatlas import formats, intake, resources, terms
from parkatlas.demo.cases import REGIONS
from parkatlas.workspace import Workspace

REGION = "云川县"


def into(directory: Path, case: str = "") -> int:
    """Make a workspace of the demo region, or of a case, in ``directory``; return how many files were taken in."""
    folder = resources.DATA / "cases" / case if case else resources.DATA
    plans = ("targets", "campaigns", "obstacles", "peers", "trips", "thresholds")
    files = [
        *_existing("units", folder / "units.csv", folder / "units.geojson"),
        *_existing("parks", folder / "parks.geojson" if case else resources.PARKS),
        *_existing("ledger", *sorted((folder / "ledgers").glob("*.csv"))),
        *(pair for kind in plans for pair in _existing(kind, folder / f"{kind}.csv")),
        *_existing("layers", *sorted((folder / "layers").glob("*.geojson"))),
    ]
    with Workspace.create(directory, REGIONS.get(case, REGION), is_example=True) as workspace:
        offers = (intake.Offer(path, kind, path.name, _options(kind, path.stem)) for kind, path in files)
        return len(workspace.import_files(offers, by="demo"))


def _options(kind: str, stem: str) -> intake.Options:
    """Return what a demo file's name says of it: the month of a ledger, the kind of a layer."""
    if kind == "layers":
        name = next(term.labels[0] for term in terms.LAYER_KINDS if term.code == stem)
        return intake.Options(layer_name=name, layer_kind=stem)
    return intake.Options(period=formats.period_end(stem) if kind == "ledger" else None)


def _existing(kind: str, *paths: Path) -> list[tuple[str, Path]]:
    """Return those of the files that are there, each with its kind."""
    return [(kind, path) for path in paths if path.is_file()]
