"""How a bot comes to answer from what another one on its Chroma server shared."""

from __future__ import annotations

from porteparole.corpus.article import Corpus
from porteparole.library.builder import Builder
from porteparole.library.compare import compare
from porteparole.library.sharing import Sharing
from porteparole.service import Progress
from porteparole.store.generation import Generation
from porteparole.store.shared import Shared


class Following:
    """Takes over generations of other bots; used by one thread at a time.

    Args:
        builder: of this bot.
        sharing: the way to the others.
    """

    def __init__(self, builder: Builder, sharing: Sharing) -> None:
        self._builder = builder
        self.sharing = sharing

    def follow(self, current: Generation, progress: Progress) -> Generation | None:
        """Share what could not be shared before, or take over what another bot shared.

        Returns:
            The generation that answers from now on, opened; None where ``current`` goes on.

        Raises:
            PorteParoleError: the server does not answer, or what is there is not sound.
            ValueError, KeyError: what is there was just being replaced.
        """
        if there := self.sharing.followed():
            if there.generation != current.id and not self.sharing.unshared:
                return self.received(there, current)
        elif current.manifest.collection != self._builder.collection:
            # Begun while the server was away, without vectors.
            return self._builder.made(self._builder.swaps.current(), progress)
        self.sharing.share(current)
        return None

    def received(self, there: Shared, current: Generation | None) -> Generation:
        """Take over a generation; it answers from now on.

        Raises: as :meth:`follow`.
        """
        self.sharing.receive(there, current)
        generation = self._builder.checked(there.generation)
        before = current.catalogue.corpus() if current else Corpus(())
        difference = compare(before, generation.catalogue.corpus())
        leaving = [article for article in before.articles if article.id in difference.leaving]
        answered = current.id if current else None
        self._builder.take_over(generation.id, difference, leaving, there.digest, answered)
        return generation
