"""Commands for those who work on sqlreview: `python -m sqlreview.dev`."""
