import sys
from pathlib import Path

import pytest

from porteparole.cache import cached
from porteparole.embedding.e5 import E5Embeddings


class Built:
    """Counts how often it is asked."""

    def __init__(self, content: bytes = b"content") -> None:
        self.content, self.times = content, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


def test_it_is_built_once(tmp_path: Path):
    build = Built()
    for _ in range(3):
        assert cached(tmp_path / "new" / "cache", "model", "1", build) == b"content"
    assert build.times == 1


def test_without_a_folder_it_is_built_each_time():
    build = Built()
    assert cached(None, "model", "1", build) == cached(None, "model", "1", build) == b"content"
    assert build.times == 2


def test_another_key_replaces_what_was_kept_of_the_same_family_only(tmp_path: Path):
    cached(tmp_path, "other", "1", Built(b"other"))
    cached(tmp_path, "model", "1", Built(b"old"))
    assert cached(tmp_path, "model", "2", Built(b"new")) == b"new"
    assert len(list(tmp_path.iterdir())) == 2
    assert cached(tmp_path, "other", "1", Built()) == b"other"


@pytest.mark.parametrize("damage", [b"", b"short", bytes(40)])
def test_what_is_damaged_is_built_again(tmp_path: Path, damage: bytes):
    build = Built()
    cached(tmp_path, "model", "1", build)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert cached(tmp_path, "model", "1", build) == b"content"
    assert build.times == 2
    assert cached(tmp_path, "model", "1", build) == b"content"
    assert build.times == 2


def test_a_single_wrong_bit_is_noticed(tmp_path: Path):
    build = Built()
    cached(tmp_path, "model", "1", build)
    (file,) = tmp_path.iterdir()
    whole = bytearray(file.read_bytes())
    whole[-1] ^= 1
    file.write_bytes(whole)
    assert cached(tmp_path, "model", "1", build) == b"content"


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    assert cached(in_the_way / "cache", "model", "1", Built()) == b"content"


def test_a_failure_while_building_leaves_nothing(tmp_path: Path):
    def fail() -> bytes:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        cached(tmp_path, "model", "1", fail)
    assert not list(tmp_path.iterdir())


def test_the_embedder_from_the_cache_is_the_one_that_was_built(
    e5: E5Embeddings, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    expected = e5.embed_query("Quand ouvre la piscine ?")
    # Nothing is built: the package that does it cannot be imported.
    monkeypatch.setitem(sys.modules, "onnx", None)
    again = E5Embeddings(cache=cache)
    assert again.embed_query("Quand ouvre la piscine ?") == expected


def test_a_damaged_cache_of_the_embedder_is_mended(e5: E5Embeddings, tmp_path: Path):
    E5Embeddings(cache=tmp_path)
    (file,) = tmp_path.iterdir()
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(size // 2)
        stream.write(b"\xff" * 1000)
    assert E5Embeddings(cache=tmp_path).embed_query("oui") == e5.embed_query("oui")
    assert file.stat().st_size == size
