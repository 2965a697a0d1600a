"""Readers: one module per input format, bytes -> Document."""
