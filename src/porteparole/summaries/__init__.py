"""Summaries of an article, a speaker or a topic: the articles' own sentences, each with its proof."""
