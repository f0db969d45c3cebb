"""What happens to the index when the settings name another embedder."""

from __future__ import annotations

from copy import copy

import pytest

from porteparole.embedding.embedder import Embedder
from porteparole.notice import PorteParoleError
from tests.library.conftest import BRIDGE, Newsroom

ME = "me"


@pytest.fixture
def another(newsroom: Newsroom, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom that was indexed with one embedder, and now has another."""
    newsroom.open()
    newsroom.close()
    other = copy(embedder)
    other.version = f"{embedder.version} of another make"
    monkeypatch.setattr("porteparole.library.opening.make_embedder", lambda *_, **__: other)
    return newsroom


def test_another_embedder_gets_an_index_of_its_own(another: Newsroom) -> None:
    before = {folder.name for folder in (another.data / "generations").iterdir()}
    service = another.open()
    assert service.library.status().kept[0].generation not in before
    assert service.ask("Combien de temps dureront les travaux du pont ?").citations[0].paragraph.number == 2


def test_a_rollback_does_not_mix_the_vectors_of_two(another: Newsroom) -> None:
    another.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    service = another.open()
    answering = service.library.status().kept[0].generation
    with pytest.raises(PorteParoleError) as error:
        service.library.rollback(actor=ME)
    assert error.value.notice.key == "library-other-embedder"
    assert service.library.status().kept[0].generation == answering
    assert "trois ans" in service.ask("Combien de temps dureront les travaux du pont ?").text


def test_what_was_indexed_since_can_be_rolled_back_again(another: Newsroom) -> None:
    service = another.open()
    another.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    service.library.reload(actor=ME)
    service.library.rollback(actor=ME)
    assert "deux ans" in service.ask("Combien de temps dureront les travaux du pont ?").text
