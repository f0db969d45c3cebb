"""How things look in Discord: pure functions, inside every limit, in the reader's language."""
