"""Question to ranked paragraphs."""
