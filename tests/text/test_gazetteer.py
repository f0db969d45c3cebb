import pytest

from porteparole.text.gazetteer import known
from porteparole.text.terms import words


def _codes(text: str) -> frozenset[str]:
    return frozenset(code for name in known(list(words(text))) for code in name.codes)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("les supporters anglais", "fans of England"),
        ("en Écosse", "the Scottish parliament"),
        ("à Pékin", "in Beijing"),
        ("outre-Atlantique", "the White House"),
        ("l'ONU", "the United Nations"),
        ("les ONG", "five ngos"),
        ("le Premier ministre", "the Czech PM"),
        ("le groupe coréen", "the Korean group"),
        ("samedi", "on Saturday"),
        ("cinquante-huit", "58"),
    ],
)
def test_a_name_is_the_same_in_both_languages(french: str, english: str) -> None:
    assert _codes(french) & _codes(english)


def test_a_name_that_is_a_word_as_well_needs_its_capital() -> None:
    assert not _codes("tell us who is there")
    assert _codes("the US and the WHO")
    assert not _codes("a bale of hay")
    assert _codes("une villa à Bâle")
    assert not _codes("la réunion des maires")
    assert _codes("à la Réunion")
