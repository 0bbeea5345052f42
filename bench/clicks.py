"""One interaction on the map page: processor time of the server, against stock st_folium alone with the same map."""

import json
import sys
from itertools import product
from pathlib import Path

from streamlit.testing.v1 import AppTest

from bench import generate, regions, session
from bench.timing import Finding, fresh, p50_p95, processor_seconds
from parkatlas.ui.kit import store
from parkatlas.ui.map import scenes

AIM = 0.12
STOCK = Path(__file__).with_name("stock_map.py")


def measure(sizes: tuple[generate.Size, ...], rounds: int) -> list[Finding]:
    """Return the median processor seconds of a click, of a change of colours, and of stock st_folium alone."""
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        for size in sizes:
            for label, times in json.loads(fresh("clicks", "ours", regions.workspace(size))).items():
                taken.setdefault(f"{label}, {size.projects:,} projects", []).extend(times)
        boundaries, table = regions.files(sizes[0])
        taken.setdefault("stock", []).extend(json.loads(fresh("clicks", "stock", boundaries, table)))
    stock = p50_p95(taken.pop("stock"))[0]
    findings = [Finding(f"CPU of {label}", p50_p95(times)[0], AIM, "s") for label, times in taken.items()]
    return [*findings, Finding(f"CPU of stock st_folium alone, {sizes[0].projects:,} projects", stock, unit="s")]


def ours(workspace: Path) -> dict[str, list[float]]:
    """Return the processor seconds of clicks on parks and projects, and of new colours."""
    app = session.opened(workspace)
    session.turn_to(app, "park_map")
    parks = [f"park:{park}" for park in store.workspace().ask("parks")["park_id"].head(6)]
    projects = [f"project:{project}" for project in store.workspace().ask("projects", most=6)["project_id"]]
    clicks = []
    for key in parks + projects:
        app.session_state["chosen"] = key
        clicks.append(processor_seconds(lambda: session.run_part(app)))
    colours = []
    for measure_, attribute in product(scenes.MEASURES[1:], scenes.ATTRIBUTES[1:3]):
        app.selectbox("measure").set_value(measure_)
        app.selectbox("attribute").set_value(attribute)
        colours.append(processor_seconds(lambda: session.run_part(app)))
    return {"a click on the map": clicks, "new colours on the map": colours}


def stock(boundaries: str, table: str) -> list[float]:
    """Return the processor seconds of reruns of a page that has nothing but folium's map."""
    app = AppTest.from_file(str(STOCK), default_timeout=300)
    app.session_state["files"] = (boundaries, table)
    app.run()
    return [processor_seconds(app.run) for _ in range(8)]


if __name__ == "__main__":
    print(json.dumps(ours(Path(sys.argv[2])) if sys.argv[1] == "ours" else stock(*sys.argv[2:4])))
