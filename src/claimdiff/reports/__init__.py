"""Reports: one module per output format, Report -> text."""
