"""Where one indexed state of the corpus is kept: paragraphs, vectors, lexical index."""
