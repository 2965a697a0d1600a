"""Extractors: one module per claim kind, Doc -> Claim | Skipped."""
