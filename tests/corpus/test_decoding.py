"""Bytes to text: every encoding that articles come in, and what was mended is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.corpus.decode import clean, decode
from porteparole.corpus.draft import RefusedError

SENTENCE = "L’élève a déclaré : « Ça suffit ! », puis s’est tu… à Nîmes, où l’œuvre coûte 5 €."


def remarks(data: bytes) -> list[str]:
    return [remark.key for remark in decode(data).remarks]


def test_utf8_is_read_without_a_remark() -> None:
    assert decode(SENTENCE.encode()).text == SENTENCE
    assert remarks(SENTENCE.encode()) == []


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-32", "mac_roman"])
def test_other_encodings_are_recognised_and_told(encoding: str) -> None:
    text = "\n".join(
        [SENTENCE, "La ministre a présenté la réforme aux députés réunis à l’Assemblée.", SENTENCE]
    )
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert [remark.key for remark in decoded.remarks] == ["corpus-mended-encoding"]


def test_latin_1_without_typographic_signs_is_recognised() -> None:
    text = "Il a déclaré que l'été serait chaud."
    assert decode(text.encode("latin-1")).text == text


def test_a_byte_order_mark_goes_and_is_told() -> None:
    assert decode(b"\xef\xbb\xbfBonjour.").text == "Bonjour."
    assert remarks(b"\xef\xbb\xbfBonjour.") == ["corpus-mended-bom"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"])
def test_every_line_end_is_one(end: str) -> None:
    assert decode(f"un{end}deux".encode()).text == "un\ndeux"


def test_no_break_spaces_stay() -> None:
    text = "«\u00a0Non\u00a0», a-t-il dit\u202f; 10\u202f000 voix."
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\u200b", "\u00ad", "\u202e", "\u2066", "\ufeff", "\U000e0041"]
)
def test_invisible_characters_go_and_their_line_is_told(sign: str) -> None:
    decoded = decode(f"Un.\nDe{sign}ux.".encode())
    assert decoded.text == "Un.\nDeux."
    (remark,) = decoded.remarks
    assert (remark.key, remark.line, remark.values["count"]) == ("corpus-mended-invisible", 2, 1)


def test_an_emoji_that_a_joiner_holds_together_stays_whole() -> None:
    family = "👨\u200d👩\u200d👧"
    assert clean(f"Une famille {family}")[0] == f"Une famille {family}"


def test_a_lone_surrogate_goes() -> None:
    assert clean("a\ud800b") == ("ab", 1, 1)


def test_a_wrong_byte_in_a_utf8_file_spoils_only_its_line() -> None:
    data = (SENTENCE + "\n").encode() + "Il a démissionné.\n".encode("cp1252") + SENTENCE.encode()
    decoded = decode(data)
    assert decoded.text == f"{SENTENCE}\nIl a démissionné.\n{SENTENCE}"
    assert [(remark.key, remark.line) for remark in decoded.remarks] == [("corpus-mended-bytes", 2)]


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u200b\n".encode()])
def test_a_file_without_a_character_is_empty(data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(data)
    assert refused.value.remark.key == "corpus-refused-empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\xff\xfe\x80",
        b"PK\x03\x04\x14\x00\x08\x00\x08\x00\xb5\x9a",
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04 text \x05\x06",
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(data)
    assert refused.value.remark.key == "corpus-refused-binary"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except RefusedError:
        return
    text.encode("utf-8")
    assert clean(text) == (text, 0, None)
