"""Buttons that still work after a restart: what they need stands in their id."""
