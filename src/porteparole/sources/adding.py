"""Under which name an offer comes into the corpus, and several offers as one file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from yarl import URL

from porteparole.corpus.article import Article, Corpus
from porteparole.corpus.assemble import assemble, slug
from porteparole.corpus.draft import Fields, RefusedError
from porteparole.corpus.files import COMPANIONS
from porteparole.corpus.loader import READERS
from porteparole.corpus.metadata import FIELDS
from porteparole.notice import PorteParoleError
from porteparole.sources.gather import Gathered
from porteparole.sources.offer import Offer
from porteparole.sources.page import as_lines


@dataclass(frozen=True)
class Addition:
    """What :meth:`porteparole.service.Library.add` takes.

    Attributes:
        name: of the file; its stem becomes the article's id.
        content: its bytes.
        fields: what is known beside the text.
        replace: whether it takes the place of the article with its id.
    """

    name: str
    content: bytes
    fields: Fields
    replace: bool = False


def from_upload(offer: Offer, corpus: Corpus) -> Addition:
    """Return the addition of a file that a person sent.

    Raises:
        PorteParoleError: it has the text of an article with another name.
    """
    _demand_another_text(offer, Path(offer.name).stem, corpus)
    return Addition(offer.name, offer.data, offer.fields)


def from_address(gathered: Gathered, address: str, corpus: Corpus) -> Addition | None:
    """Return the addition of what an address gave; None where nothing of it is new.

    A page whose address an article has already takes that article's place. The articles of a feed come in
    together, as one file of lines, without those whose text is there already.

    Raises:
        PorteParoleError: the page has the text of an article with another address.
    """
    if gathered.feed:
        new = [offer for offer in gathered.offers if _same_text(offer, corpus) is None]
        return _bundle(new, address) if new else None
    (offer,) = gathered.offers
    for article in corpus.articles:
        if article.url is not None and article.url == offer.fields.url:
            _demand_another_text(offer, article.id, corpus)
            return Addition(article.id + Path(offer.name).suffix, offer.data, offer.fields, replace=True)
    _demand_another_text(offer, None, corpus)
    taken = {article.id.casefold() for article in corpus.articles} | COMPANIONS
    stem, suffix, number = Path(offer.name).stem, Path(offer.name).suffix, 1
    while (stem if number == 1 else f"{stem}-{number}").casefold() in taken:
        number += 1
    name = offer.name if number == 1 else f"{stem}-{number}{suffix}"
    return Addition(name, offer.data, offer.fields)


def _demand_another_text(offer: Offer, own: str | None, corpus: Corpus) -> None:
    same = _same_text(offer, corpus)
    if same is not None and same.id != own:
        raise PorteParoleError("corpus-refused-same-text", other=same.source)


def _same_text(offer: Offer, corpus: Corpus) -> Article | None:
    """Return the article that has the text of an offer; lines of JSON and what cannot be read have none."""
    reader = READERS.get(Path(offer.name).suffix)
    if reader is None:
        return None
    try:
        texts = [paragraph.text for paragraph in assemble(reader(offer.data), "-", "-").paragraphs]
    except RefusedError:
        return None
    for article in corpus.articles:
        if len(article.paragraphs) == len(texts) and [p.text for p in article.paragraphs] == texts:
            return article
    return None


def _bundle(offers: Sequence[Offer], address: str) -> Addition:
    lines = [json.dumps(_row(offer), ensure_ascii=False) for offer in offers]
    host = slug(URL(address).host or "").replace(".", "-")
    name = f"feed-{host}-{datetime.now(UTC):%Y%m%d-%H%M%S}.jsonl"
    return Addition(name, "".join(f"{line}\n" for line in lines).encode(), Fields())


def _row(offer: Offer) -> dict[str, Any]:
    draft = READERS[Path(offer.name).suffix](offer.data)
    texts = as_lines(draft).decode().splitlines()
    known = {name: value for name in FIELDS if (value := getattr(offer.fields, name)) is not None}
    # The address tells articles of one title apart, and is the same when the feed is read again.
    digest = hashlib.sha256((offer.fields.url or "\n".join(texts)).encode()).hexdigest()[:8]
    row = {"id": f"{Path(offer.name).stem[:60]}-{digest}", **known, "paragraphs": texts}
    return row | ({"inferred": sorted(offer.fields.inferred)} if offer.fields.inferred else {})


def known_addresses(corpus: Corpus) -> frozenset[str]:
    """Return the addresses of the articles that are there."""
    return frozenset(article.url for article in corpus.articles if article.url)
