from porteparole.store.vocabulary import counted, vocabulary


def test_each_word_is_kept_as_it_is_most_often_written() -> None:
    listed = {s.folded: s for s in vocabulary(counted(["Élu hier, l'élu parle à Paris.", "Paris a un élu."]))}
    assert (listed["elu"].form, listed["elu"].paragraphs) == ("élu", 2)
    assert (listed["paris"].form, listed["paris"].paragraphs) == ("Paris", 2)


def test_two_names_side_by_side_are_found_run_together() -> None:
    listed = {s.folded: s.form for s in vocabulary(counted(["Hier Yvon Le Bihan a parlé."]))}
    assert listed["lebihan"] == "Le Bihan"
    assert "aparle" not in listed
