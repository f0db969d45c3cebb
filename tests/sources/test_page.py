"""A page becomes an article whose text is the page's, letter for letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yarl import URL

from porteparole.corpus.assemble import assemble
from porteparole.corpus.draft import Block, Draft, Fields, RefusedError
from porteparole.corpus.loader import load_corpus
from porteparole.corpus.readers.plain import read_plain
from porteparole.notice import PorteParoleError
from porteparole.sources.page import as_lines, page_article
from porteparole.sources.web import Fetched
from tests.corpus.pdf_pages import column, pdf
from tests.sources.site import ARTICLE, PARAGRAPHS

ADDRESS = "https://echo.example/2026/greve.html"


def page(
    data: str | bytes, media: str = "text/html", charset: str | None = None, url: str = ADDRESS
) -> Fetched:
    return Fetched(URL(url), media, charset, data.encode() if isinstance(data, str) else data)


def html(body: str, head: str = "") -> str:
    return f"<html><head><title>Un titre</title>{head}</head><body><article>{body}</article></body></html>"


def test_the_paragraphs_are_the_pages_with_their_spaces_and_quotation_marks(tmp_path: Path) -> None:
    offer = page_article(page(ARTICLE))
    assert offer.data.decode().splitlines() == PARAGRAPHS
    (tmp_path / offer.name).write_bytes(offer.data)
    (article,) = load_corpus([tmp_path]).articles
    assert [paragraph.text for paragraph in article.paragraphs] == PARAGRAPHS
    known = offer.fields
    assert (known.title, known.publisher) == ("Grève des dockers à Marseille", "L’Écho du Port")
    assert (known.published, known.language, known.url) == ("2026-02-12", "fr", ADDRESS)
    assert known.inferred == frozenset()


def test_what_a_person_says_goes_before_what_the_page_says() -> None:
    fields = page_article(page(ARTICLE), Fields(title="Le port bloqué", published="2026-02")).fields
    assert (fields.title, fields.published, fields.publisher) == (
        "Le port bloqué",
        "2026-02",
        "L’Écho du Port",
    )


def test_what_a_feed_says_fills_what_the_page_leaves_open() -> None:
    beside = Fields("Titre du flux", "L’Écho", "2026-02-11", None, "fr", frozenset({"publisher"}))
    fields = page_article(page(html("<p>Le maire a parlé lundi.</p>")), None, beside).fields
    assert (fields.title, fields.publisher, fields.published) == ("Un titre", "L’Écho", "2026-02-11")
    assert fields.inferred == {"publisher"}


def test_the_address_that_a_page_gives_itself_is_taken_on_the_same_site_alone() -> None:
    own = html("<p>Le maire a parlé.</p>", '<link rel="canonical" href="https://echo.example/greve">')
    other = html("<p>Le maire a parlé.</p>", '<link rel="canonical" href="https://thief.example/greve">')
    assert page_article(page(own)).fields.url == "https://echo.example/greve"
    assert page_article(page(other)).fields.url == ADDRESS


@pytest.mark.parametrize(
    "charset", ["windows-1252", "iso-8859-1", "ISO-8859-15", "utf-16-le", "utf-8", "x-no"]
)
def test_the_servers_charset_is_minded(charset: str) -> None:
    text = "L’été, « dit-elle »."
    codec = {"iso-8859-1": "cp1252", "ISO-8859-15": "cp1252", "x-no": "utf-8"}.get(charset, charset)
    if charset == "ISO-8859-15":
        text = "Cet été, «\u00a0dit-elle\u00a0», 5 €."
        codec = charset
    offer = page_article(page(html(f"<p>{text}</p>").encode(codec), charset=charset))
    assert offer.data.decode() == text + "\n"


def test_a_page_that_calls_itself_latin_1_is_read_as_browsers_do() -> None:
    body = html("<p>L’accord de l’été est signé.</p>", '<meta charset="iso-8859-1">')
    assert page_article(page(body.encode("cp1252"))).data.decode() == "L’accord de l’été est signé.\n"


def test_utf_8_is_believed_before_a_wrong_label() -> None:
    offer = page_article(page(html("<p>L’été.</p>"), charset="iso-8859-1"))
    assert offer.data.decode() == "L’été.\n"


def test_plain_text_markdown_and_pdf_are_taken_as_they_are() -> None:
    text = "Le maire a parlé.\n\n« Non », a-t-il dit.\n"
    offer = page_article(page(text, "text/plain", url="https://e.example/a/discours.txt"))
    assert (offer.name, offer.data) == ("discours.txt", text.encode())
    assert page_article(page("# Titre\n\nTexte.", "text/markdown")).name == "greve.md"
    data = pdf([column(["Le maire a parlé lundi devant la presse."])])
    offer = page_article(page(data, "application/pdf", url="https://e.example/rapport.pdf"))
    assert (offer.name, offer.data, offer.fields.url) == (
        "rapport.pdf",
        data,
        "https://e.example/rapport.pdf",
    )


@pytest.mark.parametrize(
    ("fetched", "key"),
    [
        (page("PK", "application/zip"), "sources-type"),
        (page("GIF89a", "image/gif"), "sources-type"),
        (page("", "text/html"), "corpus-refused-empty"),
        (page("<html><body><nav>Accueil</nav></body></html>"), "corpus-refused-no-article"),
        (page(b"\x00\x01\x02" * 100, ""), "corpus-refused-binary"),
    ],
)
def test_what_is_no_article_is_said_to_be_none(fetched: Fetched, key: str) -> None:
    with pytest.raises(PorteParoleError) as caught:
        page_article(fetched)
    assert caught.value.notice.key == key


def paragraphs(draft: Draft) -> list[str]:
    try:
        return [paragraph.text for paragraph in assemble(draft, "a", "a.txt").paragraphs]
    except RefusedError:
        return []


ONE_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80)


@settings(deadline=None)
@given(st.lists(ONE_LINE, max_size=6))
def test_an_article_read_from_its_file_is_the_one_that_the_page_gave(texts: list[str]) -> None:
    draft = Draft(tuple(Block(text, 1) for text in texts))
    written = as_lines(draft)
    again = read_plain(written) if written else Draft(())
    assert paragraphs(again) == paragraphs(draft)
