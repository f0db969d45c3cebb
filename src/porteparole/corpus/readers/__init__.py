"""One reader a format: from the bytes of a file to the draft of an article."""

import logging


def hush(library: str) -> None:
    """Keep a library's complaints about a damaged file off stderr where nobody has set up logging.

    The file is refused or read anyway, and the person is told in a sentence of ours.
    """
    logger = logging.getLogger(library)
    if not logger.hasHandlers():
        logger.addHandler(logging.NullHandler())
