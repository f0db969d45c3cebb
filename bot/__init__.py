"""Porte-Parole in Discord."""
