"""`python -m parkatlas`: the command line."""

from parkatlas.cli import main

main()
