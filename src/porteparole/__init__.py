"""Porte-Parole: answers about public statements, with the paragraph that proves each sentence."""

__version__ = "0.1.0"
