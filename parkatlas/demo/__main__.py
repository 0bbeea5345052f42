"""Write the demo's files: ``python -m parkatlas.demo [FOLDER]``, by default into the project itself."""

import sys
from pathlib import Path

from parkatlas import resources
from parkatlas.demo.build import write

write(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.ROOT)
