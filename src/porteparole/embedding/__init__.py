"""Text to vector: the embedder that comes in a package, and others by setting."""
