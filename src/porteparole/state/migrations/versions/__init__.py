"""``rNNNN_what.py``, each after the one before it."""
