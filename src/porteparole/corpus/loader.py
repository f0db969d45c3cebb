"""The entry of this room: folders and files to a corpus."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from porteparole.corpus.again import again, reading_digest
from porteparole.corpus.article import Article, Corpus, RefusedFile
from porteparole.corpus.assemble import assemble, divided, report, slug
from porteparole.corpus.collected import ADDED, Collected
from porteparole.corpus.draft import Draft, RefusedError, Remark
from porteparole.corpus.files import (
    SourceFile,
    files_of,
    is_folder,
    names_in,
    prefixed,
    read_limited,
    size_of,
    unreadable,
)
from porteparole.corpus.metadata import METADATA_FILE, Metadata, merged, read_metadata
from porteparole.corpus.readers.html import read_html
from porteparole.corpus.readers.jsonl import read_jsonl
from porteparole.corpus.readers.markdown import read_markdown
from porteparole.corpus.readers.pdf import read_pdf
from porteparole.corpus.readers.plain import read_plain
from porteparole.corpus.translations import originals, translated_language, with_translation
from porteparole.notice import PorteParoleError

DEFAULT_MAX_BYTES = 20 * 10**6
READERS: dict[str, Callable[[bytes], Draft]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
}
_EVERY_ROWS = 500


def load_corpus(
    sources: Sequence[Path],
    *,
    translations: bool = True,
    max_bytes: int = DEFAULT_MAX_BYTES,
    progress: Callable[[str, int, int], None] | None = None,
    added: Path | None = None,
    without: Callable[[Article], bool] | None = None,
    known: Mapping[str, Article] | None = None,
) -> Corpus:
    """Read articles.

    Args:
        sources: folders (searched with all their folders) and single files; one given twice is read once.
        translations: whether the parallel files (``NAME.en.txt`` beside ``NAME.txt``) are read.
        max_bytes: the longest file, and the longest line of a ``.jsonl`` file, that is taken.
        progress: told ``("reading", bytes done, bytes in all)``.
        added: a folder of articles that come first: one of them takes the place of any other with its id.
        without: says of an article that it is to be passed over, as if it were not there.
        known: articles that the same code has read before (see :func:`porteparole.corpus.again.by_reading`).

    Returns:
        The articles in the order of the sources, what was refused, and what was mended. A file that cannot
        be taken never keeps the others from being read.

    Raises:
        PorteParoleError: a source is not there.
    """
    for source in sources:
        if not os.path.lexists(source):
            raise PorteParoleError("corpus-source-missing", path=str(source))
    loader = _Loader(translations, max_bytes, progress, without, known or {})
    before = [(added, ADDED)] if added and is_folder(added) else []
    loader.read([file for source, prefix in before + prefixed(sources) for file in files_of(source, prefix)])
    return Corpus(tuple(loader.articles), tuple(loader.refused), tuple(loader.mended))


class _Loader:
    """Reads files one after the other; its lists are the corpus."""

    def __init__(
        self,
        translations: bool,
        max_bytes: int,
        progress: Callable[[str, int, int], None] | None,
        without: Callable[[Article], bool] | None,
        known: Mapping[str, Article],
    ) -> None:
        self.refused: list[RefusedFile] = []
        self.mended: list[RefusedFile] = []
        self._translations = translations
        self._max_bytes = max_bytes
        self._progress = progress
        self._collected = Collected(without)
        self._known = known
        self._added_translations: list[SourceFile] = []
        self._done = self._total = 0

    @property
    def articles(self) -> list[Article]:
        """Those that were taken."""
        return self._collected.articles

    def read(self, files: Sequence[SourceFile]) -> None:
        """Read files that may lie in several folders."""
        folders: dict[Path, list[SourceFile]] = {}
        # A link to a file is another name of it, so only the folder's path is made plain.
        distinct = {file.path.parent.resolve() / file.path.name: file for file in reversed(files)}
        for file in reversed(distinct.values()):
            if file.refused is None:
                folders.setdefault(file.path.parent, []).append(file)
            else:
                self._refuse(file.name, file.refused)
        self._total = sum(size_of(file.path) for group in folders.values() for file in group)
        for folder, group in folders.items():
            self._read_folder(folder, group)
        for file in self._added_translations:
            self._read_added_translation(file)

    def _read_folder(self, folder: Path, files: Sequence[SourceFile]) -> None:
        beside = names_in(folder)
        parallel = originals(beside)
        articles = [name for name in beside if name not in parallel and not name.lower().endswith(".jsonl")]
        metadata = read_metadata(folder, articles)
        prefix = files[0].name.removesuffix(files[0].path.name)
        for remark in metadata.remarks:
            self._refuse(prefix + METADATA_FILE, remark)
        taken = {file.path.name for file in files}
        for file in files:
            original = parallel.get(file.path.name)
            # A parallel file that was named alone is read as the article that it is by itself.
            if original in taken:
                continue
            if file.name.startswith(ADDED) and translated_language(file.path.name):
                self._added_translations.append(file)
            elif file.path.suffix.lower() == ".jsonl":
                self._read_rows(file)
            else:
                article = self._read_article(file, metadata)
                if self._translations:
                    self._read_translations(file, parallel, article, prefix)
            self._advance(size_of(file.path))

    def _read_article(self, file: SourceFile, metadata: Metadata) -> int | None:
        """Read one file; return the place of its article in the list, None where it was refused."""
        raw = self._bytes(file)
        if raw is None:
            return None
        name, beside = slug(file.path.stem), metadata.by_file.get(file.path.name)
        digest = reading_digest(file.path.suffix.lower(), raw, name, beside)
        if before := self._known.get(digest):
            self._mend(file.name, before.remarks)
            return self._accept(again(before, file.name, None), file.name)
        draft = self._draft(file, raw)
        if draft is None:
            return None
        self._mend(file.name, draft.remarks)
        draft = replace(draft, fields=merged(draft.fields, beside))
        return self._take(draft, name, file.name, digest, file.name)

    def _bytes(self, file: SourceFile) -> bytes | None:
        try:
            return read_limited(file.path, self._max_bytes)
        except OSError as error:
            self._refuse(file.name, unreadable(error))
        except RefusedError as error:
            self._refuse(file.name, error.remark)
        return None

    def _draft(self, file: SourceFile, raw: bytes) -> Draft | None:
        try:
            return READERS[file.path.suffix.lower()](raw)
        except OSError as error:
            self._refuse(file.name, unreadable(error))
        except RefusedError as error:
            self._refuse(file.name, error.remark)
        return None

    def _read_rows(self, file: SourceFile) -> None:
        mended: dict[str, Remark] = {}
        before = self._done
        try:
            for row in read_jsonl(file.path, self._max_bytes, self._known):
                source, remarks = f"{file.name}:{row.line}", ()
                if known := self._known.get(row.digest):
                    article = again(known, source, row.line)
                    remarks = article.remarks
                    self._accept(article, file.name, row.line)
                elif row.refused is not None:
                    self._refuse(file.name, row.refused)
                elif row.draft is not None:
                    remarks = row.draft.remarks
                    self._take(row.draft, slug(row.id), source, row.digest, file.name, row.line)
                for remark in remarks:
                    mended[remark.key] = _summed(mended.get(remark.key), remark)
                if row.line % _EVERY_ROWS == 0 and self._progress:
                    self._progress("reading", min(before + row.end, self._total), self._total)
        except OSError as error:
            self._refuse(file.name, unreadable(error))
        except RefusedError as error:
            self._refuse(file.name, error.remark)
        self._mend(file.name, mended.values())

    def _take(
        self, draft: Draft, name: str, source: str, digest: str, file: str, line: int | None = None
    ) -> int | None:
        try:
            article = assemble(draft, name, source)
        except RefusedError as error:
            self._refuse(file, Remark(error.remark.key, line, error.remark.values))
            return None
        return self._accept(replace(article, read_from=digest, remarks=draft.remarks), file, line)

    def _accept(self, article: Article, file: str, line: int | None = None) -> int | None:
        try:
            return self._collected.take(article, file)
        except RefusedError as error:
            self._refuse(file, Remark(error.remark.key, line, error.remark.values))
            return None

    def _read_translations(
        self, file: SourceFile, parallel: dict[str, str], place: int | None, prefix: str
    ) -> None:
        for name, original in parallel.items():
            if original == file.path.name and file.name not in self._collected.passed_over:
                other = SourceFile(file.path.with_name(name), prefix + name)
                try:
                    if place is None:
                        raise RefusedError("corpus-translation-no-article", article=file.name)
                    self._translate(place, other, file.name)
                except RefusedError as error:
                    self._refuse(other.name, error.remark)

    def _read_added_translation(self, file: SourceFile) -> None:
        """Read what moderators added for an article, wherever that lies, in place of what lies beside it."""
        parts = translated_language(file.path.name)
        assert parts
        places = {article.id: place for place, article in enumerate(self.articles)}
        name = slug(parts[0])
        if not self._translations or name in self._collected.left_out:
            return
        try:
            if name not in places:
                raise RefusedError("corpus-translation-no-article", article=name)
            self._translate(places[name], file, self.articles[places[name]].source)
        except RefusedError as error:
            self._refuse(file.name, error.remark)

    def _translate(self, place: int, file: SourceFile, original: str) -> None:
        article = self.articles[place]
        parts = translated_language(file.path.name)
        if parts is not None and parts[1] == article.language:
            raise RefusedError(
                "corpus-translation-same-language", article=original, language=article.language
            )
        raw = self._bytes(file)
        draft = None if raw is None else self._draft(file, raw)
        if draft is None:
            return
        blocks, _ = divided(draft)
        self.articles[place] = with_translation(article, original, blocks)
        self._mend(file.name, draft.remarks)

    def _refuse(self, source: str, remark: Remark) -> None:
        self.refused.append(report(source, remark))

    def _mend(self, source: str, remarks: Iterable[Remark]) -> None:
        self.mended.extend(report(source, remark) for remark in remarks)

    def _advance(self, size: int) -> None:
        self._done += size
        if self._progress:
            self._progress("reading", min(self._done, self._total), self._total)


def _summed(first: Remark | None, another: Remark) -> Remark:
    """Put remarks of one kind on the lines of a file together: the first line, and how many."""
    if first is None:
        return another
    values = dict(first.values)
    if "count" in values:
        values["count"] = int(values["count"]) + int(another.values.get("count", 0))
    if "more" in values:
        values["more"] = int(values["more"]) + 1
    return replace(first, values=values)
