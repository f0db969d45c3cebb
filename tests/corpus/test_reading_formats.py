"""Each format to paragraphs."""

from __future__ import annotations

import json
import time

import pytest

from tests.corpus.corpus_folder import Folder, keys, texts_of
from tests.corpus.pdf_pages import column, pdf

FIRST = "La ministre a présenté mardi la réforme devant les députés, qui l’ont longuement applaudie."
SECOND = "« Nous ne reviendrons pas en arrière », a-t-elle affirmé devant la presse réunie à Paris."


class TestPlainText:
    def test_paragraphs_are_letter_exact_and_numbered_with_their_lines(self, folder: Folder) -> None:
        exact = "«\u00a0Non\u00a0»,  a-t-il\tdit\u202f: c’est «\u202ffini\u202f»."
        folder.put("a.txt", f"{FIRST}\nPartager\n  {exact} \n\n{SECOND}\n")
        article = folder.only_article()
        assert [(p.number, p.line, p.text) for p in article.paragraphs] == [
            (1, 1, FIRST),
            (2, 3, exact),
            (3, 5, SECOND),
        ]
        assert [(left.line, left.text) for left in article.left_out] == [(2, "Partager")]

    def test_without_a_title_the_beginning_of_the_text_is_one_and_inferred(self, folder: Folder) -> None:
        folder.put("a.txt", f"{FIRST}\n{SECOND}")
        article = folder.only_article()
        assert FIRST.startswith(article.title.removesuffix("…"))
        assert article.title.endswith("…")
        assert len(article.title) <= 80
        assert article.inferred == {"title", "language"}


class TestMarkdown:
    def test_the_first_heading_is_the_title_and_marks_are_not_text(self, folder: Folder) -> None:
        folder.put(
            "a.md",
            f"# Une *réforme* contestée\n\n{FIRST}\n\n## Le vote\n\n"
            "La loi a été **votée** par [les députés](https://example.org)\n"
            "à une large majorité &amp; sans débat.\n\n"
            "> « Une victoire », a dit le ministre.\n\n- premier point de l’accord, sur les prix ;\n\n"
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n<!-- rien -->\n",
        )
        article = folder.only_article()
        assert article.title == "Une réforme contestée"
        assert "title" not in article.inferred
        assert texts_of(article) == [
            FIRST,
            "La loi a été votée par les députés à une large majorité & sans débat.",
            "« Une victoire », a dit le ministre.",
            "premier point de l’accord, sur les prix ;",
        ]
        assert [p.line for p in article.paragraphs] == [3, 7, 10, 12]
        assert [
            (left.text, left.reason.key.removeprefix("corpus-left-out-")) for left in article.left_out
        ] == [
            ("Le vote", "heading"),
            ("a | b", "table"),
            ("1 | 2", "table"),
            ("code", "code"),
        ]

    def test_front_matter_states_metadata(self, folder: Folder) -> None:
        folder.put(
            "a.md",
            "---\ntitle: 'La réforme'\ndate: 2025-02-12T10:00:00Z\npublisher: Le Journal\nlang: fr-FR\n"
            f"url: https://journal.example/a\nautre: chose\n---\n{FIRST}\n",
        )
        article = folder.only_article()
        assert (article.title, article.published, article.publisher) == (
            "La réforme",
            "2025-02-12",
            "Le Journal",
        )
        assert (article.language, article.url) == ("fr", "https://journal.example/a")
        assert article.inferred == frozenset()
        assert article.paragraphs[0].line == 9

    def test_an_indented_paragraph_is_no_code_and_an_underlined_one_no_heading(self, folder: Folder) -> None:
        long = f"{FIRST} {SECOND}"
        folder.put("a.md", f"    {FIRST}\n\n{long}\n---\n")
        assert texts_of(folder.only_article()) == [FIRST, long]


class TestHtml:
    PAGE = (
        '<!doctype html>\n<html lang="fr-FR"><head><meta charset="utf-8">\n'
        "<title>La réforme | Le Journal</title>\n"
        '<meta property="og:site_name" content="Le Journal">\n'
        '<meta property="og:title" content="La réforme">\n'
        '<meta property="article:published_time" content="2025-02-12T10:00:00+01:00">\n'
        '<link rel="canonical" href="https://journal.example/monde/a.html"></head><body>\n'
        '<nav><ul><li><a href="/">Accueil</a></li><li><a href="/m">Monde</a></li></ul></nav>\n'
        "<article><h1>La réforme</h1>\n"
        "<p>La ministre a dit «&nbsp;non&nbsp;» à la <b>réforme</b>&nbsp;: le texte, a-t-elle expliqué mardi "
        "devant la presse, ne sera pas présenté avant l’été prochain.</p>\n<h2>Un vote</h2>\n"
        f"<p>{SECOND} Les députés, réunis à Paris, ont ensuite voté le budget.</p>\n"
        "<blockquote><p>«&nbsp;C’est une victoire pour tous, et d’abord pour les artistes&nbsp;»</p>"
        "</blockquote>\n"
        '<p>Lire aussi : <a href="/b">un autre article du journal</a></p></article>\n'
        "<footer>© 2025 Le Journal</footer></body></html>"
    )

    def test_paragraphs_and_metadata_of_a_page(self, folder: Folder) -> None:
        folder.put("a.html", self.PAGE)
        article = folder.only_article()
        assert texts_of(article) == [
            "La ministre a dit «\u00a0non\u00a0» à la réforme\u00a0: le texte, a-t-elle expliqué mardi "
            "devant la presse, ne sera pas présenté avant l’été prochain.",
            f"{SECOND} Les députés, réunis à Paris, ont ensuite voté le budget.",
            "«\u00a0C’est une victoire pour tous, et d’abord pour les artistes\u00a0»",
        ]
        assert (article.title, article.publisher) == ("La réforme", "Le Journal")
        assert (article.published, article.language) == ("2025-02-12", "fr")
        assert article.url == "https://journal.example/monde/a.html"
        lines = self.PAGE.split("\n")
        assert all(p.text[:8] in lines[p.line - 1].replace("&nbsp;", "\u00a0") for p in article.paragraphs)

    def test_the_encoding_that_a_page_declares_is_used(self, folder: Folder) -> None:
        folder.put(
            "a.html", self.PAGE.replace("utf-8", "iso-8859-15").replace("’", "'").encode("iso-8859-15")
        )
        assert "l'été" in folder.only_article().paragraphs[0].text

    def test_a_page_without_an_article_is_refused(self, folder: Folder) -> None:
        folder.put("a.html", "<html><body><nav><a href='/'>x</a></nav></body></html>")
        assert keys(folder.load().refused) == ["corpus-refused-no-article"]


class TestPdf:
    LINES = (
        "La ministre a présenté mardi la réforme devant les députés, qui l’ont",
        "longuement applaudie. Le vice-président a salué « une politique d’inno-",
        "vation » et le travail du porte-",
        "parole du gouvernement.",
    )
    WHOLE = (
        "La ministre a présenté mardi la réforme devant les députés, qui l’ont longuement applaudie. Le "
        "vice-président a salué « une politique d’innovation » et le travail du porte-parole du gouvernement."
    )
    MORE = (
        "Les députés, eux, ont demandé un délai pour examiner le texte, que",
        "la commission a refusé jeudi.",
    )

    @pytest.mark.parametrize("between", [["", *MORE], [f" {MORE[0]}", MORE[1]], list(MORE)])
    def test_lines_become_paragraphs_again(self, folder: Folder, between: list[str]) -> None:
        lines = [*self.LINES, *between]
        folder.put("a.pdf", pdf([column(lines)]))
        assert texts_of(folder.only_article()) == [self.WHOLE, " ".join(self.MORE)]

    def test_larger_letters_are_a_title_and_headings(self, folder: Folder) -> None:
        page = [(60.0, 760.0, 24.0, "La réforme"), *column(self.LINES)]
        page += [(60.0, 600.0, 14.0, "Un délai"), *column(self.MORE, top=580)]
        folder.put("a.pdf", pdf([page]))
        article = folder.only_article()
        assert article.title == "La réforme"
        assert "title" in article.inferred
        assert keys(article.left_out) == ["corpus-left-out-heading"]
        assert texts_of(article) == [self.WHOLE, " ".join(self.MORE)]

    def test_a_paragraph_goes_on_over_the_page_and_what_repeats_there_is_left_out(
        self, folder: Folder
    ) -> None:
        def page(number: int, lines: tuple[str, ...]) -> list[tuple[float, float, float, str]]:
            head = (60.0, 810.0, 9.0, "Le Journal du jeudi 13 février")
            return [head, *column(lines), (300.0, 30.0, 9.0, f"{number} / 2")]

        folder.put("a.pdf", pdf([page(1, self.LINES[:2]), page(2, self.LINES[2:])]))
        article = folder.only_article()
        assert texts_of(article) == [self.WHOLE]
        assert set(keys(article.left_out)) == {"corpus-left-out-page"}
        assert len(article.left_out) == 4

    def test_a_pdf_without_text_is_refused(self, folder: Folder) -> None:
        folder.put("a.pdf", pdf([[]]))
        assert keys(folder.load().refused) == ["corpus-refused-pdf-no-text"]

    def test_a_damaged_pdf_is_refused_without_a_word_on_stderr(
        self, folder: Folder, capfd: pytest.CaptureFixture[str]
    ) -> None:
        folder.put("a.pdf", pdf([column(self.LINES)])[:200])
        assert keys(folder.load().refused) == ["corpus-refused-pdf-broken"]

    def test_a_locked_pdf_is_refused(self, folder: Folder) -> None:
        from pypdf import PdfReader, PdfWriter

        path = folder.put("a.pdf", pdf([column(self.LINES)]))
        writer = PdfWriter(clone_from=PdfReader(path))
        writer.encrypt("secret", algorithm="RC4-128")
        writer.write(path)
        assert keys(folder.load().refused) == ["corpus-refused-pdf-locked"]


class TestJsonLines:
    def test_text_and_paragraphs_and_metadata(self, folder: Folder) -> None:
        rows = [
            {"id": "un", "title": "Le titre", "text": f"{FIRST}\n{SECOND}", "source": "x", "topic": None},
            {
                "id": 2,
                "paragraphs": [FIRST + " Encore.", "Il a démissionné."],
                "publisher": "Le Journal",
                "published": "2025-02",
                "url": "https://journal.example/2",
                "language": "fr",
            },
        ]
        folder.put("all.jsonl", "\n".join(json.dumps(row) for row in rows))
        one, two = folder.load().articles
        assert (one.id, one.title, one.source) == ("un", "Le titre", "all.jsonl:1")
        assert texts_of(one) == [FIRST, SECOND]
        assert (two.id, two.publisher, two.published) == ("2", "Le Journal", "2025-02")
        assert (two.url, two.inferred) == ("https://journal.example/2", {"title"})
        assert [p.line for p in two.paragraphs] == [2, 2]

    @pytest.mark.parametrize(
        ("line", "key"),
        [
            ("{", "corpus-json-syntax"),
            ("[" * 100_000, "corpus-json-syntax"),
            ("[1]", "corpus-json-no-object"),
            ('{"text": "x"}', "corpus-json-no-id"),
            ('{"id": true, "text": "x"}', "corpus-json-no-id"),
            ('{"id": " ", "text": "x"}', "corpus-json-no-id"),
            ('{"id": "a"}', "corpus-json-no-text"),
            ('{"id": "a", "text": " \\n"}', "corpus-json-no-text"),
            ('{"id": "a", "paragraphs": []}', "corpus-json-no-text"),
            ('{"id": "a", "text": 3}', "corpus-json-wrong-type"),
            ('{"id": "a", "paragraphs": ["x", 3]}', "corpus-json-wrong-type"),
            ('{"id": "a", "text": "Tous droits réservés."}', "corpus-refused-nothing-left"),
        ],
    )
    def test_a_bad_line_is_refused_with_its_number_and_the_others_load(
        self, folder: Folder, line: str, key: str
    ) -> None:
        good = [json.dumps({"id": name, "text": f"{FIRST} {name}"}) for name in ("b", "c")]
        folder.put("all.jsonl", f"{good[0]}\n\n{line}\n{good[1]}\n")
        corpus = folder.load()
        assert [(file.source, file.line, file.reason.key) for file in corpus.refused] == [
            ("all.jsonl", 3, key)
        ]
        assert [article.id for article in corpus.articles] == ["b", "c"]

    def test_a_field_that_cannot_be_used_is_told_once_for_all_lines(self, folder: Folder) -> None:
        rows = [{"id": str(n), "text": f"{FIRST} {n}", "published": "hier", "url": "x:y"} for n in range(3)]
        folder.put("all.jsonl", "\n".join(json.dumps(row) for row in rows))
        corpus = folder.load()
        assert [article.published for article in corpus.articles] == [None] * 3
        assert [(file.line, file.reason.key, file.reason.values["more"]) for file in corpus.mended] == [
            (1, "corpus-wrong-published", 2),
            (1, "corpus-wrong-url", 2),
        ]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
    def test_other_encodings_are_read(self, folder: Folder, encoding: str) -> None:
        rows = [{"id": name, "text": f"{FIRST} {name}."} for name in ("un", "deux")]
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        folder.put("all.jsonl", text.encode(encoding))
        assert [a.paragraphs[0].text for a in folder.load().articles] == [row["text"] for row in rows]

    def test_a_line_beyond_the_limit_is_refused_and_the_file_goes_on(self, folder: Folder) -> None:
        rows = [{"id": "a", "text": "x" * 5000}, {"id": "b", "text": FIRST}]
        folder.put("all.jsonl", "\n".join(json.dumps(row) for row in rows))
        corpus = folder.load(max_bytes=2000)
        assert [(file.line, file.reason.key) for file in corpus.refused] == [(1, "corpus-json-long")]
        assert [article.id for article in corpus.articles] == ["b"]

    def test_ten_thousand_articles_load_in_seconds(self, folder: Folder) -> None:
        rows = ({"id": f"a{n}", "title": "t", "text": f"{FIRST} {SECOND} Numéro {n}."} for n in range(10_000))
        folder.put("all.jsonl", "\n".join(json.dumps(row) for row in rows))
        started = time.process_time()
        assert len(folder.load().articles) == 10_000
        assert time.process_time() - started < 15
