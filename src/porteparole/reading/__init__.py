"""Reads a passage for the answer to a question."""
