from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from porteparole.answering.question import clean, read_question
from porteparole.answering.spelling import spell
from porteparole.store.vocabulary import Spelling, counted, vocabulary
from porteparole.text.terms import words


class Words:
    """The vocabulary of a few sentences."""

    def __init__(self, *texts: str) -> None:
        self._listed = {s.folded: s for s in vocabulary(counted(texts))}

    def spellings(self, folded: Iterable[str]) -> dict[str, Spelling]:
        return {f: self._listed[f] for f in folded if f in self._listed}

    def spellings_like(self, folded: str, letters: int) -> list[Spelling]:
        return [
            s
            for s in self._listed.values()
            if s.folded[0] == folded[0] and abs(len(s.folded) - len(folded)) <= letters
        ]


PORT = Words(
    "Hier, le maire de Concarneau, Yvon Le Bihan, a répondu à Sylvie Marchetti.",
    "La préfète Sylvie Marchetti juge l'agriculture « menacée » ; le trop-plein inquiète Concarneau.",
)


def test_accents_and_capitals_are_put_back_as_the_corpus_writes_them() -> None:
    spelled = spell("la prefete marchetti a repondu a concarneau", "fr", PORT)
    assert spelled.text == "la préfète Marchetti a répondu a Concarneau"
    assert spelled.mended == ()
    assert spelled.caseless


def test_shouted_words_are_no_names() -> None:
    spelled = spell("MARCHETTI préfète QUI EST ELLE ET DE QUOI ACCUSE-T-ELLE", "fr", PORT)
    assert spelled.caseless
    asked = read_question(spelled.text, "fr", spelled=spelled)
    assert [name[0].text for name in asked.names] == ["Marchetti"]
    assert not spell("What did the WHO and the UN say?", "en", PORT).caseless


def test_a_slip_is_read_as_the_word_of_the_corpus_and_told() -> None:
    spelled = spell("que dit marcheti a concarnau", "fr", PORT)
    assert spelled.text == "que dit Marchetti a Concarneau"
    assert spelled.mended == (("marcheti", "Marchetti"), ("concarnau", "Concarneau"))


def test_a_slip_of_a_word_that_the_corpus_does_not_have_is_read_as_that_word() -> None:
    spelled = spell("Quelle recommendtaion la préfète a-t-elle formulée ?", "fr", PORT)
    assert spelled.text == "Quelle recommandation la préfète a-t-elle formulée ?"
    assert spelled.mended == (("recommendtaion", "recommandation"),)
    assert spell("which mesaures were gvien", "en", PORT).text == "which measures were given"
    assert spell("how many ctries signed", "en", PORT).text == "how many ctries signed"


def test_a_strange_word_with_a_capital_stays_the_name_that_it_may_be() -> None:
    assert spell("What does Mesaure say?", "en", PORT).text == "What does Mesaure say?"


def test_two_names_run_together_and_a_word_cut_short_are_told_apart() -> None:
    assert spell("lebihan il dit quoi", "fr", PORT).text == "Le Bihan il dit quoi"
    assert spell("le budget agricul", "fr", PORT).text == "le budget agriculture"


def test_a_word_as_it_stands_is_left_alone() -> None:
    assert spell("le maire accuse qui", "fr", PORT).text == "le maire accuse qui"
    assert spell("Que dit Musk ?", "fr", PORT).text == "Que dit Musk ?"
    assert spell("who is the mayor", "en", PORT).text == "who is the mayor"


def test_an_apostrophe_left_out_is_put_back() -> None:
    assert spell("lagriculture dyvon quil juge", "fr", PORT).text == "l'agriculture d'Yvon qu'il juge"
    assert spell("the prefects answer on womens rights", "en", PORT).text == (
        "the prefects answer on women's rights"
    )


def test_a_word_written_as_it_sounds_is_read() -> None:
    assert spell("la kestion politik", "fr", PORT).text == "la question politique"
    assert spell("what was he lookin at", "en", PORT).text == "what was he looking at"
    assert spell("stalin putin kevin", "en", PORT).text == "stalin putin kevin"


def test_a_word_that_only_looks_run_together_is_left_alone() -> None:
    for text in ("les lions du lac", "quelle date", "dakar tient", "lidl"):
        assert spell(text, "fr", PORT).text == text
    assert spell("le somet", "fr", Words("Le sommet a eu lieu.")).text == "le sommet"


def test_what_the_corpus_writes_in_small_letters_is_no_name() -> None:
    spelled = spell("concarneau trop plein", "fr", PORT)
    question = read_question(spelled.text, "fr", spelled=spelled)
    assert [[t.text for t in name] for name in question.names] == [["Concarneau"]]


@given(st.text(max_size=80))
def test_anything_typed_keeps_its_words_in_number(text: str) -> None:
    typed = clean(text)
    spelled = spell(typed, "fr", PORT)
    assert len(list(words(spelled.text))) >= len(list(words(typed)))
