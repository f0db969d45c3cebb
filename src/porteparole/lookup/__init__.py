"""What can be looked up: speakers, statements, articles, paragraphs; side by side, or against a claim."""
