"""Files to articles to numbered paragraphs."""
