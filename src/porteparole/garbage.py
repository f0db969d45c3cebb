"""How often Python looks for garbage in cycles while a process starts."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

# As mypy sets it (200,000): beside what a start makes, garbage of so many objects is little memory.
_SELDOM = 100_000


@contextmanager
def seldom_collected() -> Generator[None]:
    """Look for garbage seldom in the meantime.

    Importing makes about 130,000 objects that all stay. Python would walk through all of them again and again
    (after every 700 new ones, see :func:`gc.set_threshold`): a sixth of the time of ``porteparole ask``.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
