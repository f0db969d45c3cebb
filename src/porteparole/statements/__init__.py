"""Paragraphs to who said what."""
