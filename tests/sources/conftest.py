from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.sources.site import Site


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A web server on loopback."""
    served = Site()
    await served.start()
    yield served
    await served.stop()
