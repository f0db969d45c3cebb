"""The living corpus: what moderators do with the articles while people ask."""
