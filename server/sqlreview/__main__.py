"""`python -m sqlreview` is the command line."""

import sys

from sqlreview.cli import main

sys.exit(main())
