"""Runs the sqlreview that is bundled beside this file, whatever else is installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "libs"))

from sqlreview.cli import main

sys.exit(main())
