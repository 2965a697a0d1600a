"""Rules: one module per discrepancy rule."""
