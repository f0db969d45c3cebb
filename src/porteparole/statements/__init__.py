"""Paragraphs to who said what."""

from porteparole.statements.reader import Speaker, read_statements, speaker_of, speakers
from porteparole.statements.statement import Kind, Statement

__all__ = ["Kind", "Speaker", "Statement", "read_statements", "speaker_of", "speakers"]
