"""The tables' history, one file a step; applied when the database is opened."""
