"""Run Streamlit on app.py, as `streamlit run` does, but with our own pages known from the first visit on."""

import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

from parkatlas import briefing, charts, maps, workspace  # noqa: F401 - loaded before the first visitor waits for them

# Streamlit takes a folder named pages for a menu of its own until the first visitor has run app.py; that visitor would
# be told that a deep link does not exist.
PagesManager.uses_pages_directory = False

if __name__ == "__main__":
    sys.argv = ["streamlit", "run", "app.py", *sys.argv[1:]]
    sys.exit(cli.main())
