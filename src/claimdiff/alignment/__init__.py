"""Alignment: Articles -> Alignments."""
