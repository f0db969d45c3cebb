"""The terminal: a thin face over the engine; data goes to stdout, notes to stderr."""
