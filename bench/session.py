"""The real app on a generated workspace, driven without a browser: pages turned, filters changed."""

import logging
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.util import calc_hash

from parkatlas import terms
from parkatlas.ui.kit import store
from parkatlas.ui.kit.filters import LISTS
from parkatlas.ui.layout import PAGES

ROOT = Path(__file__).parents[1]


def opened(workspace: Path) -> AppTest:
    """Return the app on a workspace, its first page drawn."""
    logging.disable(logging.WARNING)
    os.environ["PARKATLAS_WORKSPACE"] = str(workspace)
    return run(AppTest.from_file(str(ROOT / "app.py"), default_timeout=300))


def run(app: AppTest) -> AppTest:
    """Run the script once; raises RuntimeError where a page shows an error or nothing."""
    app.run()
    if app.exception or not app.title:
        raise RuntimeError(f"the page failed: {[error.value for error in app.exception]}")
    return app


def run_uncached(app: AppTest) -> AppTest:
    """Run the script once with no answer of an earlier run."""
    st.cache_data.clear()
    return run(app)


def run_part(app: AppTest) -> AppTest:
    """Run only the last part of the page that reruns alone, as the server does after a click within it."""
    part = list(app._fragment_storage._fragments)[-1]  # noqa: SLF001 - AppTest cannot rerun a part of a page
    with patch.object(local_script_runner, "RerunData", partial(RerunData, fragment_id=part)):
        app.run()
    if app.exception or app.title or not app.selectbox:
        raise RuntimeError(f"more or less than a part of the page ran: {[error.value for error in app.exception]}")
    return app


def turn_to(app: AppTest, file: str) -> None:
    """Show the page of that file name."""
    url = next(url for path, url, *_ in PAGES if path == f"pages/{file}.py")
    app._page_hash = calc_hash(url)  # noqa: SLF001 - AppTest has no other way to the pages of st.navigation
    run(app)


def filters_changed(app: AppTest, seed: int) -> Iterator[str]:
    """Change one filter after the other to what was never chosen before; yields before each run.

    Lists take one to three choices at random, every one of them with another basis than before: no answer is ready in
    a cache.
    """
    rng = np.random.default_rng(seed)
    choices = store.workspace().ask("filter_choices")
    bases = [term.code for term in terms.INVESTMENT_BASES]
    seen = set()
    for turn in range(10_000):
        name = list(LISTS)[turn % len(LISTS)]
        offered = choices.loc[choices["choice_kind"] == name, "choice"]
        chosen = sorted(rng.choice(offered, int(rng.integers(1, 4)), replace=False).tolist())
        basis = bases[turn // len(LISTS) % len(bases)]
        if (name, basis, *chosen) in seen:
            continue
        seen.add((name, basis, *chosen))
        for other in LISTS:
            app.multiselect(other).set_value(chosen if other == name else [])
        app.selectbox("basis").set_value(basis)
        yield name
